import type { Statement } from "./statements";
import type { Task } from "./tasks";
import type { CatalogTable, Lineage, TableLineage } from "./types";

const bucketOf = (url: string): string => /^s3:\/\/([^/]+)/.exec(url)?.[1] ?? "";

/** Tables of the catalog that neither a replication task nor a statement fills, and what may be the matter. */
export function unexplainedTables(
  catalog: readonly CatalogTable[],
  tables: readonly TableLineage[],
  statements: readonly Statement[],
  tasks: readonly Task[],
): Lineage["unexplained"] {
  const filled = new Set(tables.flatMap(({ files }) => files));
  const written = new Set(statements.map(({ account, database, table }) => `${account} ${database}.${table}`));
  const buckets = new Set(tasks.flatMap(({ target }) => target?.bucket ?? []));
  return catalog
    .filter((table) => !filled.has(table) && !written.has(`${table.account} ${table.database}.${table.name}`))
    .map((table) => ({
      table,
      why: buckets.has(bucketOf(table.location))
        ? `no replication task writes to ${table.location}`
        : `nothing in the JSON writes ${table.location || "it"}`,
    }));
}
