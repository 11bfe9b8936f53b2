import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { Construct } from "constructs";
import type { ExplainedStatement } from "../../model/deployment/role-rights";
import { RightsPolicies } from "./rights-policies";

export interface DeploymentRoleProps {
  readonly name: string;
  readonly description: string;
  /** Trust policy as JSON text. */
  readonly trust: string;
  readonly rights: readonly ExplainedStatement[];
  /** ARN of the policy that bounds the role. */
  readonly limits: string;
}

/** A role that Terraform runs by, with the rights that the account's stacks need. */
export class DeploymentRole extends Construct {
  constructor(scope: Construct, id: string, { name, description, trust, rights, limits }: DeploymentRoleProps) {
    super(scope, id);
    const role = new IamRole(this, "role", {
      name,
      description,
      assumeRolePolicy: trust,
      permissionsBoundary: limits,
      lifecycle: { preventDestroy: true },
    });
    new RightsPolicies(this, "rights", { role, roleName: name, description, rights });
  }
}
