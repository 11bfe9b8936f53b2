import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import { nameOfRole } from "../../model/arns";
import { policyDocument, type Statement } from "../../model/policy/document";

export interface AdoptedRoleProps {
  /** ARN of a role that exists, with its path. */
  readonly arn: string;
  /** Name of the policy that it gets beside its own. */
  readonly policyName: string;
  readonly statements: readonly Statement[];
}

/** A role that somebody else made: who may assume it stays as it is, and destroying this takes away the one policy. */
export class AdoptedRole extends Construct {
  public readonly arn: string;

  constructor(scope: Construct, id: string, { arn, policyName, statements }: AdoptedRoleProps) {
    super(scope, id);
    this.arn = arn;
    new IamRolePolicy(this, "policy", {
      name: policyName,
      role: nameOfRole(arn),
      policy: policyDocument(statements),
    });
  }
}
