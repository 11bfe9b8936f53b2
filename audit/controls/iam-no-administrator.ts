import type { Control } from "../check/control";
import { eachIdentityPolicy } from "../check/policies";
import { fsbp } from "../check/references";

export const iamNoAdministrator: Control = {
  id: "iam-no-administrator",
  sentence: "No policy of an identity allows everything on everything.",
  reason: "Such an identity can also undo every other control.",
  remedy: "list the actions that are needed, and the resources they are needed on",
  severity: "critical",
  references: fsbp("IAM.1"),
  check: eachIdentityPolicy(({ allows, actions, notAction, resources }) =>
    allows && (notAction || actions.includes("*") || actions.includes("*:*")) && resources.includes("*")
      ? "allows everything on everything"
      : undefined,
  ),
};
