import {
  LakeformationPermissions,
  type LakeformationPermissionsConfig,
} from "@cdktf/provider-aws/lib/lakeformation-permissions";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

/**
 * Lake Formation grants of one stack, each waiting for the one before: ten at once on one catalog fail with
 * ConcurrentModificationException (aws/aws-cdk#36215).
 */
export class GrantChain extends Construct {
  private last: ITerraformDependable[];

  /** `after` is what the first grant waits for. */
  constructor(scope: Construct, id: string, after: readonly ITerraformDependable[] = []) {
    super(scope, id);
    this.last = [...after];
  }

  /** Adds a grant. `id` names what it is about, for every argument forces a new grant. `after` is what it waits for too. */
  public grant(
    id: string,
    config: Omit<LakeformationPermissionsConfig, "dependsOn">,
    after: readonly ITerraformDependable[] = [],
  ): LakeformationPermissions {
    const grant = new LakeformationPermissions(this, id, { ...config, dependsOn: [...this.last, ...after] });
    this.last = [grant];
    return grant;
  }
}
