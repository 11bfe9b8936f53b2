import { rmSync } from "node:fs";
import * as v from "valibot";
import { madeBank } from "../../../local/made-rows";
import { plannedTables, Replication } from "../../../local/replication";
import { BankSystems } from "../../../local/source-systems";
import { duckDbColumnType } from "../../../local/source-systems/column-types";
import { currentOf } from "../../../local/source-systems/sql";
import { tableMappings } from "../../../model/replication/table-mappings";
import { engine, lines } from "../../examples/sample-bank/support/engine";
import { END } from "../../examples/sample-bank/support/samples";
import { everyType, source } from "../../support/made/sources";
import { MYSQL_TYPES, POSTGRESQL_TYPES } from "../../support/made/types";
import { FolderBucket, writingFolder } from "../../support/replication/source";
import { taskOf } from "../../support/replication/task";

const RULES = v.object({ rules: v.array(v.record(v.string(), v.unknown())) });

const settings = {
  TargetMetadata: { SupportLobs: true, LimitedSizeLobMode: true, LobMaxSize: 64 },
  FullLoadSettings: { TargetTablePrepMode: "DO_NOTHING" },
  ChangeProcessingDdlHandlingPolicy: { HandleSourceTableDropped: false, HandleSourceTableTruncated: false },
  ErrorBehavior: { DataTruncationErrorPolicy: "STOP_TASK" },
};

test.each([
  ["aurora-mysql", MYSQL_TYPES, { EngineName: "aurora" }],
  ["aurora-postgresql", POSTGRESQL_TYPES, { EngineName: "aurora-postgresql", DatabaseName: "made" }],
] as const)("%s: every made value of every type arrives in the files as it was", async (name, types, endpoint) => {
  const made = source("one", name, [everyType("every_type", types)]);
  const environment = { consumers: [], producers: [{ sources: [made] }] };
  const bank = madeBank({ environment, seed: 1, changes: 300, end: END, hours: 2 });
  const connection = await engine();
  const systems = await BankSystems.open(connection, bank.databases);
  await systems.applyOpening(bank.opening());
  const [bucket, folder] = [new FolderBucket(), writingFolder()];
  const [database] = bank.databases;
  if (database === undefined) throw new Error("no database");
  const { rules } = v.parse(RULES, JSON.parse(tableMappings(made)));
  const task = taskOf({ rules, settings, source: endpoint });
  const replication = Replication.of(connection, task, database, bucket, { folder });
  await replication.fullLoad(bank.begin);
  await systems.apply(bank.changes());
  await replication.capture(END + 120_000_000n);

  const [plan] = plannedTables(task, database);
  const [table] = database.tables;
  if (plan === undefined || table === undefined) throw new Error("no table");
  const files = `read_parquet('${bucket.path("**/*.parquet")}')`;
  const newest = `(SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY id ORDER BY ts DESC, dms_change_seq DESC) AS newest
    FROM ${files}) WHERE newest = 1 AND "Op" <> 'D')`;
  for (const { source: column, name: lake } of plan.columns) {
    const type = duckDbColumnType(database.engine, column);
    const differing = await lines(
      connection,
      `SELECT s.id, s."${column.name}", l."${lake}" FROM ${currentOf(table)} s FULL JOIN ${newest} l ON s.id = l.id
       WHERE TRY_CAST(l."${lake}" AS ${type}) IS DISTINCT FROM s."${column.name}" OR (s.id IS NULL) <> (l.id IS NULL)`,
    );
    expect([column.type, differing]).toEqual([column.type, []]);
  }
  connection.closeSync();
  bucket.remove();
  rmSync(folder, { recursive: true, force: true });
});
