import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import type { Account, Environment } from "../../model/landscape/types";
import { stateRoleName } from "../../model/names";
import { stateTrust } from "../../model/policy/deployment-trust";
import { policyDocument } from "../../model/policy/document";
import { stateRoleStatements } from "../../model/policy/state";
import { OnlyPolicies } from "../role/only-policies";

export interface StateRoleProps {
  readonly environment: Environment;
  readonly account: Account;
  readonly keyArn: string;
}

/** Terraform reads, writes and locks states by this role: the roles that deploy never see one. */
export class StateRole extends Construct {
  constructor(scope: Construct, id: string, { environment, account, keyArn }: StateRoleProps) {
    super(scope, id);
    const role = new IamRole(this, "role", {
      name: stateRoleName(account),
      description: "Terraform keeps states by this role",
      assumeRolePolicy: stateTrust(environment, account),
      lifecycle: { preventDestroy: true },
    });
    const policy = new IamRolePolicy(this, "policy", {
      name: "permissions",
      role: role.name,
      policy: policyDocument(stateRoleStatements(environment, account, keyArn)),
    });
    new OnlyPolicies(this, "only", { role, inline: [policy] });
  }
}
