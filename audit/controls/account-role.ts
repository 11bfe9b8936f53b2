import type { Control } from "../check/control";
import { isExpression } from "../check/json";
import { fail, PASS, undecided } from "../check/judge";
import { eachProvider } from "../check/providers";
import { blocks, isBlock, texts } from "../output/json";

const ROLE = /^arn:[\w-]+:iam::(\d{12}):role\//;

export const accountRole: Control = {
  id: "account-role",
  sentence: "Every AWS provider takes on a role of the account that it may change, and holds no keys.",
  reason: "Keys in the JSON are keys in the repository; a role's session ends, and CloudTrail names it.",
  remedy: "set assume_role or assume_role_with_web_identity with role_arn; remove access_key and secret_key",
  severity: "high",
  references: [],
  check: eachProvider((body, document) => {
    const keys = ["access_key", "secret_key", "token"].filter((key) => body[key] !== undefined);
    if (keys.length > 0) return fail(`the provider holds ${keys.join(", ")}`);
    const [role] = [...blocks(body["assume_role"]), ...blocks(body["assume_role_with_web_identity"])].flatMap((each) =>
      texts(each["role_arn"]),
    );
    if (role === undefined && isBlock(body["dynamic"]) && body["dynamic"]["assume_role"] !== undefined) {
      return undecided("a variable decides whether the provider takes on a role");
    }
    if (role === undefined && blocks(document["terraform"]).some(({ cloud }) => cloud !== undefined)) {
      return undecided("the workspace's variables say which role a run takes on");
    }
    if (role === undefined) return fail("the provider takes on no role");
    const account = ROLE.exec(role)?.[1];
    if (account === undefined && isExpression(role)) return undecided(`role_arn is ${role}`);
    const allowed = texts(body["allowed_account_ids"]);
    return account === undefined || (allowed.length > 0 && !allowed.includes(account))
      ? fail(`${role} is no role of account ${allowed.join(", ")}`)
      : PASS;
  }),
};
