import type { Control } from "../check/control";
import { fail, PASS } from "../check/judge";
import { eachProvider } from "../check/providers";
import { texts } from "../output/json";

export const accountNamed: Control = {
  id: "account-named",
  sentence: "Every AWS provider names the one account that it may change.",
  reason: "With the wrong credentials at hand, Terraform would build one account's stack in another.",
  remedy: "set allowed_account_ids to the one id",
  severity: "high",
  references: [],
  check: eachProvider((body) => {
    const accounts = texts(body["allowed_account_ids"]);
    return accounts.length === 1 ? PASS : fail(`allowed_account_ids names ${accounts.length} accounts`);
  }),
};
