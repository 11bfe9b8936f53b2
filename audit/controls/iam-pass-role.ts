import type { Control } from "../check/control";
import { eachIdentityPolicy } from "../check/policies";
import { covers } from "../check/policy";

const EVERY_ROLE = /^(?:\*|arn:[\w-]+:iam::[^:]*:(?:\*|role\/\*))$/;

export const iamPassRole: Control = {
  id: "iam-pass-role",
  sentence: "No policy of an identity lets it hand every role to a service.",
  reason: "Who may pass any role is as mighty as the mightiest of them.",
  remedy: "name the roles, or a path or prefix of them, and the service in iam:PassedToService",
  severity: "high",
  references: [],
  check: eachIdentityPolicy((statement) => {
    const everyRole = statement.resources.filter((resource) => EVERY_ROLE.test(resource));
    return statement.allows && everyRole.length > 0 && covers(statement, "iam:PassRole")
      ? `allows iam:PassRole on ${everyRole.join(", ")}`
      : undefined;
  }),
};
