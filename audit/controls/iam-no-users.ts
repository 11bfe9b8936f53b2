import { type Control, eachResource } from "../check/control";
import { fail, PASS } from "../check/judge";

export const iamNoUsers: Control = {
  id: "iam-no-users",
  sentence: "No stack makes IAM users or access keys.",
  reason: "An access key does not expire, and its secret lies in the state.",
  remedy: "let people come by IAM Identity Center and machines by workload identity; both assume roles",
  severity: "high",
  references: [],
  check: eachResource(
    ["aws_iam_user", "aws_iam_access_key", "aws_iam_user_login_profile", "aws_iam_role"],
    ({ type }) => (type === "aws_iam_role" ? PASS : fail(`the stack makes an ${type}`)),
  ),
};
