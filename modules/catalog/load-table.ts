import { GlueCatalogTable } from "@cdktf/provider-aws/lib/glue-catalog-table";
import { Construct } from "constructs";
import { changeColumns, lakeColumns } from "../../model/contract/lake-columns";
import { rawTableUrl } from "../../model/replication/layout";
import type { ChangeTableProps } from "./change-table";
import { PARQUET } from "./parquet-format";

/**
 * The folder of a source table with everything in it, for whoever reads the files of the full load by the hidden column
 * `$path`: they have no folder of their own, and Athena reads folders within folders.
 * https://docs.aws.amazon.com/athena/latest/ug/tables-location-format.html
 */
export class LoadTable extends Construct {
  constructor(scope: Construct, id: string, { environment, producer, source, table, database }: ChangeTableProps) {
    super(scope, id);
    new GlueCatalogTable(this, "table", {
      databaseName: database,
      name: table.name,
      description: `All files of: ${table.description}`,
      tableType: "EXTERNAL_TABLE",
      parameters: { EXTERNAL: "TRUE", classification: "parquet" },
      storageDescriptor: {
        ...PARQUET,
        location: rawTableUrl(environment, producer, source, table),
        columns: [...changeColumns(lakeColumns(source, table))],
      },
    });
  }
}
