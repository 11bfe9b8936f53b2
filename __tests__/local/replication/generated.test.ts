import { databaseOf, plannedTables, ReplicationError } from "../../../local/replication";
import { readTask } from "../../../local/replication/read/deployed-task";
import type { BankDatabase } from "../../../local/source-systems/types";
import { acceptedLakeType } from "../../../model/contract/column-types";
import { SOURCES } from "../../support/bank";
import { CONTRACTS } from "../../support/contracts";
import { generatedTask } from "../../support/replication/generated";
import { synthesized } from "../../support/synthesized";

const bank = synthesized();

/** Types of Parquet as Hive declares them: the next wider one for what has no sign. */
const HIVE: Readonly<Record<string, string>> = {
  BIGINT: "bigint",
  DATE: "date",
  INTEGER: "int",
  SMALLINT: "smallint",
  TIMESTAMP: "bigint",
  USMALLINT: "int",
  VARCHAR: "string",
};

const hiveType = (type: string): string => HIVE[type] ?? type.toLowerCase();

describe.each(SOURCES)("the generated task of $source", ({ source, producer }) => {
  const engine = source === "loans" ? "mysql" : "postgresql";
  const database: BankDatabase = {
    engine,
    database: source === "loans" ? "lending" : "corebank",
    tables: [
      ...CONTRACTS[source].map(({ schema, name, primaryKey, columns }) => ({
        schema,
        name,
        primaryKey,
        columns: Object.entries(columns).map(([column, { type }]) => ({ name: column, type, nullable: true })),
      })),
      { schema: "audit", name: "note", primaryKey: ["id"], columns: [{ name: "id", type: "bigint", nullable: false }] },
    ],
  };
  const task = readTask(generatedTask(bank, `prod-${producer}-replication-${source}`));
  if (!("name" in task)) throw new ReplicationError(task);

  it("is one that is imitated, over its own database", () => {
    const other: BankDatabase = { ...database, engine: engine === "mysql" ? "postgresql" : "mysql", database: "other" };
    expect(databaseOf(task, [other, database])).toBe(database);
    expect(task.target).toMatchObject({ batchSeconds: 60, expectedBucketOwner: "111122223333", milliseconds: false });
  });

  it("takes along what the contracts promise, under the types that the catalog declares", () => {
    const planned = plannedTables(task, database).map(({ prefix, columns, removed, sequences }) => ({
      prefix,
      columns: columns.map(({ name, type }) => `${name} ${hiveType(type)}`),
      removed: removed.map(({ name }) => name),
      sequences,
    }));
    expect(planned).toEqual(
      CONTRACTS[source].map(({ schema, name, columns }) => {
        const entries = Object.entries(columns);
        const arriving = entries.filter(([, column]) => column.classification !== "forbidden");
        return {
          prefix: `${producer}/${source}/g1/${schema}/${name}/`,
          columns: arriving.map(([column, { type }]) => `${column} ${acceptedLakeType(engine, type).raw}`),
          removed: entries.filter((entry) => !arriving.includes(entry)).map(([column]) => column),
          sequences: ["dms_change_seq"],
        };
      }),
    );
  });
});
