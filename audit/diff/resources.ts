import { movesOf } from "../lock/moves";
import { isBlock } from "../output/json";
import type { Block, Output, Resource, Stack } from "../output/types";
import { FORCE_NEW } from "./force-new";

/** What becomes of a resource. */
export interface ResourceChange {
  readonly kind: "created" | "destroyed" | "moved" | "replaced" | "may be replaced" | "changed";
  readonly stack: string;
  readonly address: string;
  /** Attributes that differ, or where it moved to. */
  readonly detail: readonly string[];
}

const withoutComment = (body: Block): Block => Object.fromEntries(Object.entries(body).filter(([key]) => key !== "//"));

/** JSON in one order of keys, so that equal values are equal texts. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    isBlock(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner,
  ) ?? "";

const changedKeys = (before: Block, after: Block): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => canonical(before[key]) !== canonical(after[key]))
    .toSorted();

/** Attributes of which Terraform itself makes use; they change nothing in AWS. */
const META = new Set(["depends_on", "lifecycle", "provider", "provisioner", "connection"]);

function changeOf({ stack, address, type, body }: Resource, after: Resource): readonly ResourceChange[] {
  const detail = changedKeys(withoutComment(body), withoutComment(after.body)).filter((key) => !META.has(key));
  if (detail.length === 0) return [];
  const fixed = FORCE_NEW[type];
  // A reference that is written otherwise may still lead to the same value.
  if (fixed === undefined) return [{ kind: "changed", stack, address, detail }];
  const forcing = detail.filter((key) => fixed.includes(key));
  if (forcing.length === 0) return [{ kind: "changed", stack, address, detail }];
  const literal = forcing.some((key) => ![body[key], after.body[key]].some((value) => String(value).includes("${")));
  return [{ kind: literal ? "replaced" : "may be replaced", stack, address, detail: forcing }];
}

const isResource = ({ kind }: Resource): boolean => kind === "resource";

const stackOf = (output: Output, id: string): Stack | undefined => output.stacks.find((stack) => stack.id === id);

/** What Terraform would do with the resources of two outputs, as far as the JSON tells. */
export function resourceChanges(before: Output, after: Output): readonly ResourceChange[] {
  const ids = [...new Set([...before.stacks, ...after.stacks].map(({ id }) => id))].toSorted();
  return ids.flatMap((id) => {
    const [old, now] = [stackOf(before, id), stackOf(after, id)];
    const moves = new Map((now === undefined ? [] : movesOf(now)).map((move) => [move.from, move.to]));
    const arrived = new Set(moves.values());
    const gone = (old?.resources ?? []).filter(isResource).flatMap((resource): readonly ResourceChange[] => {
      const { stack, address } = resource;
      const same = now?.byAddress.get(address);
      if (same !== undefined) return changeOf(resource, same);
      if (!moves.has(address)) return [{ kind: "destroyed", stack, address, detail: [] }];
      const to = moves.get(address);
      const target = to === undefined ? undefined : now?.byAddress.get(to);
      return [
        { kind: "moved", stack, address, detail: [to ?? "let go of, not destroyed"] },
        ...(target === undefined ? [] : changeOf(resource, target)),
      ];
    });
    const made = (now?.resources ?? [])
      .filter((each) => isResource(each) && old?.byAddress.has(each.address) !== true && !arrived.has(each.address))
      .map(({ stack, address }): ResourceChange => ({ kind: "created", stack, address, detail: [] }));
    return [...gone, ...made];
  });
}
