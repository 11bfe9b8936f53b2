import { type IAspect, TerraformResource } from "cdktf";
import type { IConstruct } from "constructs";
import { DESTROYABLE, DESTROYABLE_CLUSTER, type Destroyable } from "../../model/landscape/waivers";
import { recordWaivers } from "./waived";

/** Takes the protection from everything in a stack that has any, and says in the JSON who wanted it so. */
export class LiftedProtection implements IAspect {
  /** An aspect may be run more than once. */
  private readonly lifted = new WeakSet<TerraformResource>();

  constructor(private readonly leave: Destroyable) {}

  public visit(node: IConstruct): void {
    if (!TerraformResource.isTerraformResource(node) || this.lifted.has(node)) return;
    const cluster = node.terraformResourceType === "aws_rds_cluster";
    if (node.lifecycle?.preventDestroy !== true && !cluster) return;
    this.lifted.add(node);
    const { preventDestroy: _, ...lifecycle } = node.lifecycle ?? {};
    node.lifecycle = lifecycle;
    if (cluster) node.addOverride("deletion_protection", false);
    const { reason, owner, expires } = this.leave;
    recordWaivers(node, [{ rules: cluster ? DESTROYABLE_CLUSTER : [DESTROYABLE], reason, owner, expires }]);
  }
}
