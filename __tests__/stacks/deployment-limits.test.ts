import { LENDING } from "../support/bank";
import { statements } from "../support/policies";
import { synthesized } from "../support/synthesized";

const bank = synthesized();
const ID = "prod-lending-bootstrap";
const STATES = `arn:aws:s3:::examplebank-prod-state-${LENDING}`;
const denials = (name: string) =>
  statements(bank.find(ID, "aws_iam_policy", { name })[1]["policy"]).filter(({ Effect }) => Effect === "Deny");
const ofAccount = (name: string): string => `arn:aws:iam::${LENDING}:${name}`;
const deny = (Sid: string, Action: string | readonly string[], rest: object = {}) => ({
  Sid,
  Effect: "Deny",
  Action,
  Resource: "*",
  ...rest,
});

it("no role that a deployment makes reaches states, keys, grants or the account's settings", () => {
  expect(denials("lake-deploy-boundary")).toEqual([
    deny("KeepStates", "s3:*", { Resource: [STATES, `${STATES}/*`] }),
    deny("KeepKeys", ["kms:Disable*", "kms:Put*", "kms:Schedule*"]),
    deny("KeepLake", ["lakeformation:BatchGrant*", "lakeformation:Grant*", "lakeformation:Put*"]),
    deny("KeepAccountSettings", ["ec2:DisableEbsEncryptionByDefault", "s3:PutAccountPublicAccessBlock"]),
  ]);
});

it("a deployment neither lifts its limits nor reaches states, their key, or keys of others", () => {
  const environment = "aws:ResourceTag/environment";
  const verbs = ["Add", "Attach", "Create", "Delete", "Detach"].map((verb) => `iam:${verb}*`);
  const more = ["Put", "Set", "Tag", "Untag", "Update"].map((verb) => `iam:${verb}*`);
  expect(denials("lake-deploy-limits")).toEqual([
    deny("KeepBoundaries", ["iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary"]),
    deny("KeepOwnRights", [...verbs, "iam:PassRole", ...more], {
      Resource: ["role/lake-deploy", "role/lake-deploy-*", "policy/lake-deploy-*", "oidc-provider/*"].map(ofAccount),
    }),
    deny("KeepStates", ["s3:Delete*", "s3:GetObject*", "s3:Put*", "s3:Restore*", "s3:Replicate*"], {
      Resource: [STATES, `${STATES}/*`],
    }),
    deny(
      "KeepStateKey",
      ["Disable", "Put", "Schedule", "Tag", "Untag", "Update"].map((verb) => `kms:${verb}*`),
      {
        Condition: { StringEquals: { "aws:ResourceTag/stack": ID } },
      },
    ),
    deny("KeepOtherKeys", "kms:TagResource", {
      Condition: { "ForAnyValue:StringNotLike": { "kms:ResourceAliases": "alias/prod-*" } },
    }),
    deny("KeepKeysOfOtherEnvironments", "kms:TagResource", {
      Condition: { Null: { [environment]: "false" }, StringNotEquals: { [environment]: "prod" } },
    }),
    deny("KeepStateAlias", ["kms:CreateAlias", "kms:DeleteAlias", "kms:UpdateAlias"], {
      Resource: expect.stringMatching(/^arn:aws:kms:[^:]*:222233334444:alias\/prod-/) as unknown,
    }),
  ]);
});
