import { LakeformationLfTag } from "@cdktf/provider-aws/lib/lakeformation-lf-tag";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { LfTag } from "../../model/access/tags";

export interface TagOntologyProps {
  readonly tags: readonly LfTag[];
  /** Lake Formation's settings: only its administrators may create tags. */
  readonly after: ITerraformDependable;
}

/** The LF-tags of the catalog with all their values. */
export class TagOntology extends Construct {
  constructor(scope: Construct, id: string, { tags, after }: TagOntologyProps) {
    super(scope, id);
    for (const { key, values } of tags) {
      new LakeformationLfTag(this, key, {
        key,
        values: [...values],
        // Lake Formation deletes a tag that is still assigned, and the grants by it with it (aws/aws-cli#6393).
        lifecycle: { preventDestroy: true },
        dependsOn: [after],
      });
    }
  }
}
