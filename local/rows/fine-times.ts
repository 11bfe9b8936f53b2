import type { DeployedTask, PlannedTable } from "../replication";

/** What is asked of a replication. */
interface Carrier {
  readonly task: { readonly name: string; readonly target: Pick<DeployedTask["target"], "milliseconds"> };
  readonly plans: readonly Pick<PlannedTable, "columns">[];
}

/**
 * Tasks that write times finer than Athena and Glue read them; DuckDB reads them all the same.
 * https://docs.aws.amazon.com/dms/latest/APIReference/API_S3Settings.html (ParquetTimestampInMillisecond)
 */
export const fineTimes = (replications: readonly Carrier[]): readonly string[] =>
  replications.flatMap(({ task, plans }) =>
    !task.target.milliseconds && plans.some(({ columns }) => columns.some(({ type }) => type.startsWith("TIMESTAMP")))
      ? [
          `task ${task.name} writes times in microseconds, and Athena and Glue read milliseconds: ParquetTimestampInMillisecond of its S3 endpoint must be true`,
        ]
      : [],
  );
