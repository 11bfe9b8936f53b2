import type { Event } from "../../terraform/events";

/**
 * Types of resources that no other stack looks up or needs, and on which the provider waits long: after a lifecycle
 * configuration is put, it is read until ten answers in a row are alike (terraform-provider-aws,
 * internal/service/s3/bucket_lifecycle_configuration.go).
 */
const NOTHING_WAITS_FOR: ReadonlySet<string> = new Set(["aws_s3_bucket_lifecycle_configuration"]);

const typeOf = (address: string): string => address.split(".")[0] ?? "";

/**
 * Follows a plan and its apply, and calls back once when all that others may need is there. It never does when all
 * ends together.
 * @returns what receives each message of `terraform -json`
 */
export function whenUsable(callback: () => void): (event: Event) => void {
  /** Number of completions that are still to come, by address: a replacement has two. */
  const open = new Map<string, number>();
  let told = false;
  return (event) => {
    if (event.type === "planned_change") {
      open.set(event.change.resource.addr, event.change.action === "replace" ? 2 : 1);
    }
    if (event.type !== "apply_complete" || told) return;
    const { addr } = event.hook.resource;
    const left = (open.get(addr) ?? 1) - 1;
    if (left > 0) open.set(addr, left);
    else open.delete(addr);
    if (open.size === 0 || ![...open.keys()].every((address) => NOTHING_WAITS_FOR.has(typeOf(address)))) return;
    told = true;
    callback();
  };
}
