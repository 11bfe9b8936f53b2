import { list } from "../../../support/json";
import { add, type Draft, inside, type Planted, statement } from "./edit";

const stack = "prod-governance-storage-loans";
const POLICY = ["aws_iam_role_policy", "location-role_policy"] as const;
const ROLE = ["aws_iam_role", "location-role"] as const;

/** The location role's policy with a statement more. */
const allowing = (control: string, allowed: Draft): Planted => ({
  control,
  stack,
  edit: inside(...POLICY, "policy", (policy) => {
    policy["Statement"] = [...list(policy["Statement"]), { Sid: "More", Effect: "Allow", ...allowed }];
  }),
  found: POLICY,
});

/** The location role's trust, changed. */
const trusting = (control: string, change: (found: Draft) => void): Planted => ({
  control,
  stack,
  edit: statement(...ROLE, "Service", change, "assume_role_policy"),
  found: ROLE,
});

export const IDENTITIES: readonly Planted[] = [
  allowing("iam-no-administrator", { Action: "*", Resource: "*" }),
  allowing("iam-no-service-wildcard", { Action: ["s3:*"], Resource: "arn:aws:s3:::other" }),
  allowing("iam-no-decrypt-everywhere", { Action: "kms:Dec*", Resource: "arn:aws:kms:*:*:key/*" }),
  allowing("iam-no-data-everywhere", { Action: "s3:Get*", Resource: "arn:aws:s3:::*" }),
  allowing("iam-pass-role", { Action: "iam:PassRole", Resource: "*" }),
  trusting("trust-no-everybody", (found) => {
    found["Principal"] = { AWS: "*" };
    delete found["Condition"];
  }),
  trusting("trust-confused-deputy", (found) => {
    delete found["Condition"];
  }),
  trusting("trust-known-accounts", (found) => {
    found["Principal"] = { AWS: "999988887777" };
    delete found["Condition"];
  }),
  {
    control: "iam-no-users",
    stack,
    edit: add("aws_iam_access_key", "key", { user: "somebody" }),
    found: ["aws_iam_access_key", "key"],
  },
];
