import type { Rights } from "./right";

/**
 * Whatever gives a role more rights is not here but in `../iam-rights.ts`, with the boundary as its condition.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
export const IAM: Rights = {
  aws_iam_role: [
    {
      on: "roles",
      read: [
        "iam:GetRole",
        "iam:ListAttachedRolePolicies",
        "iam:ListInstanceProfilesForRole",
        "iam:ListRolePolicies",
        "iam:ListRoleTags",
      ],
      write: [
        "iam:DeleteRole",
        "iam:TagRole",
        "iam:UntagRole",
        "iam:UpdateAssumeRolePolicy",
        "iam:UpdateRole",
        "iam:UpdateRoleDescription",
      ],
    },
  ],
  aws_iam_role_policy: [{ on: "roles", read: ["iam:GetRolePolicy"] }],
  aws_iam_role_policy_attachment: [{ on: "roles", read: ["iam:ListAttachedRolePolicies"] }],
  aws_iam_role_policies_exclusive: [{ on: "roles", read: ["iam:ListRolePolicies"] }],
  aws_iam_role_policy_attachments_exclusive: [{ on: "roles", read: ["iam:ListAttachedRolePolicies"] }],
  "data.aws_iam_role": [{ on: "roles", read: ["iam:GetRole", "iam:ListRoleTags"] }],
  // Of the bootstrap alone, which no role of its own may change.
  aws_iam_policy: [
    {
      on: "policies",
      read: ["iam:GetPolicy", "iam:GetPolicyVersion", "iam:ListPolicyTags", "iam:ListPolicyVersions"],
      write: [
        "iam:CreatePolicy",
        "iam:CreatePolicyVersion",
        "iam:DeletePolicy",
        "iam:DeletePolicyVersion",
        "iam:TagPolicy",
      ],
    },
  ],
  aws_iam_openid_connect_provider: [
    {
      on: "identityProviders",
      read: ["iam:GetOpenIDConnectProvider"],
      write: ["iam:CreateOpenIDConnectProvider", "iam:DeleteOpenIDConnectProvider"],
    },
  ],
};
