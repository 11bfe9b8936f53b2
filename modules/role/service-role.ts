import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import { policyDocument, type Statement } from "../../model/policy/document";
import { boundaryOf } from "./boundary";
import { OnlyPolicies } from "./only-policies";

export interface ServiceRoleProps {
  readonly name: string;
  readonly description: string;
  /** Trust policy as JSON text. */
  readonly trust: string;
  readonly statements: readonly Statement[];
}

/** A role with exactly one policy, an inline one, so that what it may do stands in one place. */
export class ServiceRole extends Construct {
  public readonly arn: string;
  public readonly role: IamRole;
  /** To be waited for by what uses the role: the role alone may do nothing. */
  public readonly policy: IamRolePolicy;

  constructor(scope: Construct, id: string, { name, description, trust, statements }: ServiceRoleProps) {
    super(scope, id);
    this.role = new IamRole(this, "role", {
      name,
      description,
      assumeRolePolicy: trust,
      permissionsBoundary: boundaryOf(this),
    });
    this.policy = new IamRolePolicy(this, "policy", {
      name: "permissions",
      role: this.role.name,
      policy: policyDocument(statements),
    });
    new OnlyPolicies(this, "only", { role: this.role, inline: [this.policy] });
    this.arn = this.role.arn;
  }
}
