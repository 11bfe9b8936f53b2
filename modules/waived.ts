import type { TerraformElement } from "cdktf";
import type { StandingWaiver, Waiver } from "../model/landscape/waivers";

/** Writes accepted exceptions into the comment of a resource, which Terraform passes over and auditors read. */
export function recordWaivers(element: TerraformElement, waivers: readonly (StandingWaiver | Waiver)[]): void {
  if (waivers.length > 0) element.addOverride("//.waivers", waivers);
}
