import { type IResolvable, ref, TerraformElement } from "cdktf";
import type { Construct } from "constructs";

/**
 * An `ephemeral` block: its values exist while Terraform plans and applies, and in no plan or state file.
 * cdktf 0.21 has no class for it; CDK Terrain has one since 0.24.
 */
export class EphemeralBlock extends TerraformElement {
  constructor(
    scope: Construct,
    id: string,
    public readonly type: string,
    private readonly config: Readonly<Record<string, unknown>>,
  ) {
    super(scope, id, `ephemeral.${type}`);
  }

  /**
   * One of the block's attributes; only write-only arguments and other ephemeral places take it. A reference and not
   * text, for CDKTF's functions escape an expression that comes as text.
   */
  public attribute(name: string): IResolvable {
    return ref(`ephemeral.${this.type}.${this.friendlyUniqueId}.${name}`, this.cdktfStack);
  }

  public override toTerraform(): unknown {
    const block = { ...this.config, "//": this.constructNodeMetadata };
    return { ephemeral: { [this.type]: { [this.friendlyUniqueId]: block } } };
  }
}
