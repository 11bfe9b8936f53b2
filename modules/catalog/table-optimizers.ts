import {
  GlueCatalogTableOptimizer,
  type GlueCatalogTableOptimizerConfiguration,
} from "@cdktf/provider-aws/lib/glue-catalog-table-optimizer";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Account } from "../../model/landscape/types";
import type { OptimizerRole } from "./optimizer-role";

/**
 * Days that a table can be read and restored as it was: a long weekend and a working day to notice a mistake. Every merge
 * makes a snapshot, so more days cost metadata.
 */
const SNAPSHOT_DAYS = 5;

/** However old, the newest state is kept: a table that is rarely merged must not lose its only snapshot. */
const LEAST_SNAPSHOTS = 1;

/** AWS's own default and least value; a statement that may still be writing such a file ends within hours. */
const ORPHAN_DAYS = 3;

/** By type of optimizer, what is particular to it. */
const SETTINGS: Readonly<Record<string, Partial<GlueCatalogTableOptimizerConfiguration>>> = {
  compaction: {},
  orphan_file_deletion: {
    orphanFileDeletionConfiguration: [{ icebergConfiguration: [{ orphanFileRetentionPeriodInDays: ORPHAN_DAYS }] }],
  },
  retention: {
    retentionConfiguration: [
      {
        icebergConfiguration: [
          {
            snapshotRetentionPeriodInDays: SNAPSHOT_DAYS,
            numberOfSnapshotsToRetain: LEAST_SNAPSHOTS,
            cleanExpiredFiles: true,
          },
        ],
      },
    ],
  },
};

export interface TableOptimizersProps {
  readonly account: Account;
  readonly database: string;
  readonly table: string;
  readonly role: OptimizerRole;
  /** The table, finished. */
  readonly after: ITerraformDependable;
}

/**
 * Keeps an Iceberg table fast and small: merges the small files and position deletes of many commits, forgets old
 * snapshots, and deletes files that none refers to.
 * https://docs.aws.amazon.com/glue/latest/dg/table-optimizers.html
 */
export class TableOptimizers extends Construct {
  constructor(scope: Construct, id: string, { account, database, table, role, after }: TableOptimizersProps) {
    super(scope, id);
    for (const [type, settings] of Object.entries(SETTINGS)) {
      new GlueCatalogTableOptimizer(this, type, {
        catalogId: account.id,
        databaseName: database,
        tableName: table,
        type,
        configuration: [{ enabled: true, roleArn: role.arn, ...settings }],
        dependsOn: [role.granted, after],
      });
    }
  }
}
