import type { Control } from "../check/control";
import { eachIdentityPolicy } from "../check/policies";
import { fsbp } from "../check/references";

const SERVICE = /^[\w-]+:\*$/;

export const iamNoServiceWildcard: Control = {
  id: "iam-no-service-wildcard",
  sentence: "No policy of an identity allows all actions of a service.",
  reason: "The list of a service's actions grows; nobody reviews what came with it.",
  remedy: "list the actions that are needed",
  severity: "medium",
  references: fsbp("IAM.21"),
  check: eachIdentityPolicy(({ allows, actions }) => {
    const wild = actions.filter((action) => SERVICE.test(action));
    return allows && wild.length > 0 ? `allows ${wild.join(", ")}` : undefined;
  }),
};
