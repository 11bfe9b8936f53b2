import { GlueCatalogTable } from "@cdktf/provider-aws/lib/glue-catalog-table";
import { LakeformationResourceLfTags } from "@cdktf/provider-aws/lib/lakeformation-resource-lf-tags";
import { Construct } from "constructs";
import { DEFAULT_CLASSIFICATION, TAG } from "../../model/access/tags";
import { highest, LAKE_CLASSIFICATIONS } from "../../model/contract/classification";
import { curatedColumns, lakeColumns, tableClassification } from "../../model/contract/lake-columns";
import type { Environment, Source, TableContract } from "../../model/landscape/types";
import { curatedTableUrl } from "../../model/replication/layout";
import type { CatalogDatabase } from "./catalog-database";
import type { OptimizerRole } from "./optimizer-role";
import type { TableFunction } from "./table-function";
import { TableOptimizers } from "./table-optimizers";
import { TableRun } from "./table-run";

export interface CurrentTableProps {
  readonly environment: Environment;
  readonly source: Source;
  readonly table: TableContract;
  readonly database: CatalogDatabase;
  readonly evolution: TableFunction;
  readonly optimizer: OptimizerRole;
}

/** The current rows of a source table: an Iceberg table, and LF-tags where columns are less sensitive than the table. */
export class CurrentTable extends Construct {
  constructor(scope: Construct, id: string, props: CurrentTableProps) {
    super(scope, id);
    const { environment, source, table, database, evolution, optimizer } = props;
    const columns = lakeColumns(source, table);
    const catalogTable = new GlueCatalogTable(this, "table", {
      databaseName: database.name,
      name: table.name,
      description: table.description,
      tableType: "EXTERNAL_TABLE",
      openTableFormatInput: { icebergInput: { metadataOperation: "CREATE", version: "2" } },
      storageDescriptor: {
        location: curatedTableUrl(environment, source, table),
        columns: [...curatedColumns(columns)],
      },
      lifecycle: {
        preventDestroy: true,
        // Terraform can create an Iceberg table but would break its schema by editing it
        // (hashicorp/terraform-provider-aws#36641), and any update would put back the metadata location that it has read
        // before: the rows of a merge that commits in between would be gone.
        ignoreChanges: ["description", "storage_descriptor", "parameters", "open_table_format_input"],
      },
      dependsOn: [database.tags],
    });
    const run = new TableRun(this, "evolution", { environment, source, table, evolution, after: catalogTable });
    new TableOptimizers(this, "optimizers", {
      account: environment.governance,
      database: database.name,
      table: catalogTable.name,
      role: optimizer,
      after: run.done,
    });
    const own = highest([tableClassification(columns), ...Object.values(table.droppedColumns ?? {})]);
    // What the database's tag says already needs no tag; a column can only be tagged once the table has it.
    const tags =
      own === DEFAULT_CLASSIFICATION
        ? run.done
        : new LakeformationResourceLfTags(this, "tags", {
            table: { databaseName: database.name, name: catalogTable.name },
            lfTag: [{ key: TAG.classification, value: own }],
            dependsOn: [run.done],
          });
    for (const classification of LAKE_CLASSIFICATIONS.filter((value) => value !== own)) {
      const names = columns.filter((column) => column.classification === classification).map(({ name }) => name);
      if (names.length === 0) continue;
      new LakeformationResourceLfTags(this, `tags-${classification}`, {
        tableWithColumns: { databaseName: database.name, name: catalogTable.name, columnNames: names },
        lfTag: [{ key: TAG.classification, value: classification }],
        dependsOn: [tags],
      });
    }
  }
}
