import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePoliciesExclusive } from "@cdktf/provider-aws/lib/iam-role-policies-exclusive";
import type { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { IamRolePolicyAttachmentsExclusive } from "@cdktf/provider-aws/lib/iam-role-policy-attachments-exclusive";
import { Construct } from "constructs";

export interface OnlyPoliciesProps {
  readonly role: IamRole;
  /** @default - none */
  readonly inline?: readonly IamRolePolicy[];
  /** @default - none */
  readonly attached?: readonly IamRolePolicyAttachment[];
}

/** A role has these policies and no others: a plan takes away what somebody adds by hand. */
export class OnlyPolicies extends Construct {
  constructor(scope: Construct, id: string, { role, inline = [], attached = [] }: OnlyPoliciesProps) {
    super(scope, id);
    new IamRolePoliciesExclusive(this, "inline", {
      roleName: role.name,
      policyNames: inline.map(({ name }) => name),
    });
    new IamRolePolicyAttachmentsExclusive(this, "attached", {
      roleName: role.name,
      policyArns: attached.map(({ policyArn }) => policyArn),
    });
  }
}
