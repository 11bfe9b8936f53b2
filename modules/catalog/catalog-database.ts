import { GlueCatalogDatabase } from "@cdktf/provider-aws/lib/glue-catalog-database";
import { LakeformationResourceLfTags } from "@cdktf/provider-aws/lib/lakeformation-resource-lf-tags";
import { Construct } from "constructs";
import { DEFAULT_CLASSIFICATION, type Layer, TAG } from "../../model/access/tags";
import { CLOSED } from "./closed-database";

export interface CatalogDatabaseProps {
  readonly name: string;
  readonly description: string;
  /** `s3://` URL of new tables without a location of their own. */
  readonly locationUrl: string;
  readonly domain: string;
  readonly layer: Layer;
  /** Whether tables of the database hold the only copy of what they describe. */
  readonly stateful: boolean;
}

/** A catalog database with the LF-tags that its tables inherit. */
export class CatalogDatabase extends Construct {
  public readonly name: string;
  /** To be waited for by grants and tables: until then the database is open to nobody's grants. */
  public readonly tags: LakeformationResourceLfTags;

  constructor(scope: Construct, id: string, props: CatalogDatabaseProps) {
    super(scope, id);
    const database = new GlueCatalogDatabase(this, "database", {
      name: props.name,
      description: props.description,
      locationUri: props.locationUrl,
      lifecycle: { ...CLOSED, ...(props.stateful ? { preventDestroy: true } : {}) },
    });
    this.name = database.name;
    this.tags = new LakeformationResourceLfTags(this, "tags", {
      database: { name: this.name },
      lfTag: [
        { key: TAG.classification, value: DEFAULT_CLASSIFICATION },
        { key: TAG.domain, value: props.domain },
        { key: TAG.layer, value: props.layer },
      ],
    });
  }
}
