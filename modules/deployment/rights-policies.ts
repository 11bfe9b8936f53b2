import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Construct } from "constructs";
import type { ExplainedStatement } from "../../model/deployment/role-rights";
import { splitIntoPolicies } from "../../model/deployment/split";
import { policyDocument } from "../../model/policy/document";
import { OnlyPolicies } from "../role/only-policies";

export interface RightsPoliciesProps {
  readonly role: IamRole;
  readonly roleName: string;
  readonly description: string;
  readonly rights: readonly ExplainedStatement[];
}

/** Managed policies of a role, each within the length that IAM takes; their comments say which resources need what. */
export class RightsPolicies extends Construct {
  constructor(scope: Construct, id: string, { role, roleName, description, rights }: RightsPoliciesProps) {
    super(scope, id);
    const policies = splitIntoPolicies(rights.map(({ statement }) => statement));
    const attached = [...policies.entries()].map(([index, statements]) => {
      const number = `${index + 1}`;
      const policy = new IamPolicy(this, `policy-${number}`, {
        name: `${roleName}-rights-${number}`,
        description: `${description}, part ${number} of ${policies.length}`,
        policy: policyDocument(statements),
      });
      const sids = statements.map(({ Sid }) => Sid);
      const because = rights.filter(({ statement: { Sid } }) => sids.some((sid) => sid.startsWith(Sid)));
      policy.addOverride("//.rights", Object.fromEntries(because.map((right) => [right.statement.Sid, right.because])));
      return new IamRolePolicyAttachment(this, `attachment-${number}`, { role: role.name, policyArn: policy.arn });
    });
    new OnlyPolicies(this, "only", { role, attached });
  }
}
