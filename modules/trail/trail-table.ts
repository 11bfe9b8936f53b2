import { GlueCatalogDatabase } from "@cdktf/provider-aws/lib/glue-catalog-database";
import { GlueCatalogTable } from "@cdktf/provider-aws/lib/glue-catalog-table";
import { Construct } from "constructs";
import type { Environment } from "../../model/landscape/types";
import { AUDIT_DATABASE, trailBucketName } from "../../model/names";
import { TRAIL_COLUMNS } from "../../model/trail/columns";
import { TRAIL_DAY, TRAIL_REGION, TRAIL_TABLE } from "../../model/trail/queries";
import { CLOSED } from "../catalog/closed-database";

/** CloudTrail writes calls of global services, such as IAM, there. */
const GLOBAL_REGION = "us-east-1";

/**
 * The audit trail as a table. Athena computes the folders of a day from the table's properties, so a record can be found
 * as soon as CloudTrail has written it, and no crawler reads the trail.
 * https://docs.aws.amazon.com/athena/latest/ug/create-cloudtrail-table-partition-projection.html
 */
export class TrailTable extends Construct {
  public readonly database: GlueCatalogDatabase;
  public readonly table: GlueCatalogTable;

  constructor(scope: Construct, id: string, environment: Environment) {
    super(scope, id);
    const { governance, region } = environment;
    const location = `s3://${trailBucketName(environment)}/AWSLogs/${governance.id}/CloudTrail/`;
    const regions = [...new Set([region, GLOBAL_REGION])];
    this.database = new GlueCatalogDatabase(this, "database", {
      name: AUDIT_DATABASE,
      description: "Who did what to the lake",
      lifecycle: CLOSED,
    });
    this.table = new GlueCatalogTable(this, "table", {
      databaseName: this.database.name,
      name: TRAIL_TABLE,
      description: "One row for each call that CloudTrail recorded",
      tableType: "EXTERNAL_TABLE",
      parameters: {
        EXTERNAL: "TRUE",
        classification: "cloudtrail",
        "projection.enabled": "true",
        [`projection.${TRAIL_REGION}.type`]: "enum",
        [`projection.${TRAIL_REGION}.values`]: regions.join(","),
        [`projection.${TRAIL_DAY}.type`]: "date",
        [`projection.${TRAIL_DAY}.format`]: "yyyy/MM/dd",
        [`projection.${TRAIL_DAY}.range`]: `NOW-${governance.logRetentionDays}DAYS,NOW+1DAYS`,
        [`projection.${TRAIL_DAY}.interval`]: "1",
        [`projection.${TRAIL_DAY}.interval.unit`]: "DAYS",
        // The doubled dollars are Terraform's escape: Athena gets ${region}/${day}.
        "storage.location.template": `${location}$\${${TRAIL_REGION}}/$\${${TRAIL_DAY}}`,
      },
      partitionKeys: [
        { name: TRAIL_REGION, type: "string", comment: "Region whose records the folder holds" },
        { name: TRAIL_DAY, type: "string", comment: "Day in UTC, yyyy/MM/dd" },
      ],
      storageDescriptor: {
        location,
        inputFormat: "com.amazon.emr.cloudtrail.CloudTrailInputFormat",
        outputFormat: "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
        serDeInfo: { serializationLibrary: "org.apache.hive.hcatalog.data.JsonSerDe" },
        columns: [...TRAIL_COLUMNS],
      },
    });
  }
}
