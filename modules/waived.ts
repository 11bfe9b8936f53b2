import type { TerraformElement } from "cdktf";
import type { StandingWaiver, Waiver } from "../model/landscape/waivers";

const recorded = new WeakMap<TerraformElement, readonly (StandingWaiver | Waiver)[]>();

/** Adds accepted exceptions to the comment of a resource, which Terraform passes over and auditors read. */
export function recordWaivers(element: TerraformElement, waivers: readonly (StandingWaiver | Waiver)[]): void {
  const all = [...(recorded.get(element) ?? []), ...waivers];
  recorded.set(element, all);
  if (all.length > 0) element.addOverride("//.waivers", all);
}
