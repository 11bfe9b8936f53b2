import { type TerraformElement, TerraformStack } from "cdktf";
import { type StandingWaiver, type Waiver, written } from "../../model/landscape/waivers";

const recorded = new WeakMap<TerraformElement | TerraformStack, readonly StandingWaiver[]>();

function record(element: TerraformElement | TerraformStack, waivers: readonly StandingWaiver[]): void {
  const all = [...(recorded.get(element) ?? []), ...waivers];
  recorded.set(element, all);
  if (all.length > 0) element.addOverride("//.waivers", all);
}

/** Adds accepted exceptions to the comment of a resource, which Terraform passes over and auditors read. */
export function recordWaivers(element: TerraformElement, waivers: readonly (StandingWaiver | Waiver)[]): void {
  record(element, waivers.map(written));
}

/**
 * Adds an exception to the comment of a resource's stack, for all resources of its type there: where it is the same for
 * each, once is enough.
 */
export function recordTypeWaiver(
  element: TerraformElement | TerraformStack,
  type: string,
  waiver: StandingWaiver,
): void {
  const stack = TerraformStack.of(element);
  const known = recorded.get(stack)?.some(({ types = [], rules }) => types.includes(type) && rules === waiver.rules);
  if (known !== true) record(stack, [{ ...waiver, types: [type] }]);
}
