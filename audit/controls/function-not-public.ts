import { type Control, eachResource } from "../check/control";
import { all, fail, PASS } from "../check/judge";
import { fsbp } from "../check/references";

export const functionNotPublic: Control = {
  id: "function-not-public",
  sentence: "No function may be called by everybody, or by a service on behalf of anybody.",
  reason: "A function acts with its role's rights for whoever calls it.",
  remedy:
    "name the account as principal; for a service add source_arn or source_account; no function URL without AWS_IAM",
  severity: "critical",
  references: fsbp("Lambda.1"),
  check: eachResource(["aws_lambda_permission", "aws_lambda_function_url", "aws_lambda_function"], ({ type, body }) => {
    if (type === "aws_lambda_function") return PASS;
    if (type === "aws_lambda_function_url") {
      return body["authorization_type"] === "AWS_IAM"
        ? PASS
        : fail(`authorization_type is ${String(body["authorization_type"])}`);
    }
    const principal = String(body["principal"]);
    const narrowed = ["source_arn", "source_account", "principal_org_id"].some((key) => body[key] !== undefined);
    return all(
      principal === "*" && !narrowed ? fail("principal is *") : PASS,
      principal.endsWith(".amazonaws.com") && !narrowed ? fail(`${principal} may call it for anybody`) : PASS,
    );
  }),
};
