import { GlueCatalogTable } from "@cdktf/provider-aws/lib/glue-catalog-table";
import { Construct } from "constructs";
import { changeColumns, lakeColumns } from "../../model/contract/lake-columns";
import type { Environment, ProducerAccount, Source, TableContract } from "../../model/landscape/types";
import { COMMIT_DATE_PARTITION, rawTableUrl } from "../../model/replication/layout";
import { PARQUET } from "./parquet-format";

/** No change of the lake is older; a wider range costs a listing per empty day. */
const FIRST_DAY = "2026-01-01";

export interface ChangeTableProps {
  readonly environment: Environment;
  readonly producer: ProducerAccount;
  readonly source: Source;
  readonly table: TableContract;
  readonly database: string;
}

/**
 * The changes of a source table, readable as soon as DMS has written a file: Athena computes the day folders from the
 * table's properties and needs no crawler run.
 * https://docs.aws.amazon.com/athena/latest/ug/partition-projection.html
 */
export class ChangeTable extends Construct {
  constructor(scope: Construct, id: string, { environment, producer, source, table, database }: ChangeTableProps) {
    super(scope, id);
    const location = rawTableUrl(environment, producer, source, table);
    const projection = `projection.${COMMIT_DATE_PARTITION}`;
    new GlueCatalogTable(this, "table", {
      databaseName: database,
      name: table.name,
      description: `Changes of: ${table.description}`,
      tableType: "EXTERNAL_TABLE",
      parameters: {
        EXTERNAL: "TRUE",
        classification: "parquet",
        "projection.enabled": "true",
        [`${projection}.type`]: "date",
        [`${projection}.format`]: "yyyy-MM-dd",
        // A day ahead of UTC midnight, so that a change is never outside the range.
        [`${projection}.range`]: `${FIRST_DAY},NOW+1DAYS`,
        [`${projection}.interval`]: "1",
        [`${projection}.interval.unit`]: "DAYS",
        // The doubled dollar is Terraform's escape: Athena gets ${dms_commit_date}.
        "storage.location.template": `${location}$\${${COMMIT_DATE_PARTITION}}/`,
      },
      partitionKeys: [{ name: COMMIT_DATE_PARTITION, type: "string", comment: "Day of commit in UTC, yyyy-MM-dd" }],
      storageDescriptor: {
        ...PARQUET,
        location,
        columns: [...changeColumns(lakeColumns(source, table))],
      },
    });
  }
}
