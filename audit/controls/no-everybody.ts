import type { Control } from "../check/control";
import { eachResourcePolicy, narrows } from "../check/policies";
import { isEverybody } from "../check/policy";
import { fsbp } from "../check/references";

export const noEverybody: Control = {
  id: "no-everybody",
  sentence: "No policy of a resource allows everybody, unless a condition says who that is.",
  reason: "A wildcard principal without a condition is every account of AWS, and for S3 everybody without one.",
  remedy: "name the account, and narrow it with aws:PrincipalArn and aws:PrincipalOrgID",
  severity: "critical",
  references: fsbp("S3.2", "S3.3", "KMS.5", "SNS.4", "SQS.3"),
  check: eachResourcePolicy((statement) =>
    statement.allows && (statement.notPrincipal || statement.principals.some(isEverybody)) && !narrows(statement)
      ? "allows everybody without a condition that says who"
      : undefined,
  ),
};
