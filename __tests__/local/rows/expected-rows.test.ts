/** Rows of a made bank under conditions, through what is generated for them, up to tables that are equal to their sources. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { compareWithSources, Lake, Merges } from "../../../local/lake";
import { madeBank } from "../../../local/made-rows";
import { databaseOf, Replication, ReplicationError } from "../../../local/replication";
import { readTask } from "../../../local/replication/read/deployed-task";
import { expectedRows } from "../../../local/rows/expected-rows";
import { BankSystems } from "../../../local/source-systems";
import { FolderStore } from "../../../local/store/folder-store";
import { column } from "../../../model/contract/column";
import type { RowCondition, TableContract } from "../../../model/landscape/types";
import { mysqlPlace, postgresqlPlace } from "../../support/capture/places";
import { at, block, list, parsed } from "../../support/json";
import { GeneratedAccount } from "../../support/lake/generated";
import { generatedTask } from "../../support/replication/generated";
import { synthesized } from "../../support/synthesized";

const END = BigInt(Date.UTC(2026, 5, 30)) * 1000n;
const iso = (time: bigint): string => new Date(Number(time / 1000n)).toISOString();

const table = (schema: string, name: string, ...onlyRows: readonly RowCondition[]): TableContract => ({
  schema,
  name,
  description: "Something with a kind",
  primaryKey: ["id", "part"],
  columns: {
    id: column("bigint", "internal", "Number"),
    part: column("smallint", "internal", "Part"),
    kind: column("varchar(10)", "internal", "Kind", { immutable: true }),
    code: column("char(4)", "internal", "Code", { immutable: true }),
    opened: column("date", "internal", "Day", { immutable: true }),
    note: column("varchar(40)", "internal", "Note"),
  },
  onlyRows,
});

const tablesOf = (schema: string): readonly TableContract[] => [
  table(schema, "kinds", { column: "kind", operator: "noteq", value: "test" }),
  table(schema, "codes", { column: "code", operator: "eq", value: "XETR" }),
  table(schema, "days", { column: "opened", operator: "gte", value: "2020-01-01" }),
  table(
    schema,
    "keys",
    { column: "part", operator: "gte", value: "10" },
    { column: "part", operator: "lte", value: "89" },
  ),
  table(schema, "everything"),
];

const PLACES = { mysql: mysqlPlace(tablesOf("made")), postgresql: postgresqlPlace(tablesOf("made")) };

/** Plays a made bank; `mistake` is made in the mappings of the deployed task. */
async function played(engine: keyof typeof PLACES, mistake = (mappings: string): string => mappings) {
  const { environment, producer, source } = PLACES[engine];
  const output = synthesized({ environments: [environment] });
  const deployed = generatedTask(output, `${environment.name}-${producer}-replication-${source.name}`);
  const mappings = mistake(deployed.task.TableMappings ?? "");
  const task = readTask({ ...deployed, task: { ...deployed.task, TableMappings: mappings } });
  if (!("name" in task)) throw new ReplicationError(task);
  const bank = madeBank({ environment, seed: 7, changes: 300, end: END, hours: 24 });
  const folder = mkdtempSync(join(tmpdir(), "conditions-"));
  const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
  try {
    const systems = await BankSystems.open(connection, bank.databases);
    await systems.applyOpening(bank.opening());
    const store = new FolderStore(join(folder, "buckets"));
    const on = { folder: join(folder, "on-the-way") };
    const replication = Replication.of(connection, task, databaseOf(task, bank.databases), store, on);
    await replication.fullLoad(bank.begin);
    await systems.apply(bank.changes());
    await replication.capture(END);
    const { clients } = new GeneratedAccount(output, environment.name, [source.name]);
    const lake = await Lake.open(connection, clients, store);
    const merges = await Merges.of(connection, clients);
    for (const machine of merges.machines) {
      await lake.refresh(iso(END));
      const run = await merges.run(machine, {}, iso(END));
      expect(run.failures).toEqual([]);
    }
    const { catalog } = lake;
    const compared = { catalog, flows: merges.flows, plans: replication.plans, rowsOf: expectedRows(environment) };
    const { tables, differences } = await compareWithSources(connection, compared);
    const counts = await Promise.all(
      replication.plans.map(async ({ source: { system, schema, name } }) => {
        const reader = await connection.runAndReadAll(`SELECT count(*) FROM bank."${system}.${schema}"."${name}"`);
        return Number(reader.getRows()[0]?.[0]);
      }),
    );
    return { tables, differences, counts };
  } finally {
    connection.closeSync();
    rmSync(folder, { recursive: true, force: true });
  }
}

const withoutFilters = (mappings: string): string => {
  const rules = list(at(parsed(mappings), "rules")).map(block);
  return JSON.stringify({ rules: rules.map((rule) => ("filters" in rule ? { ...rule, filters: [] } : rule)) });
};

it("asks for rows by the names that the source has", () => {
  const { environment, producer, source } = mysqlPlace([
    { ...table("made", "keys", { column: "part", operator: "gte", value: "10" }), nameAtSource: "Keys" },
  ]);
  const producers = environment.producers.filter(({ name }) => name === producer);
  const named = { system: source.name, schema: "made", name: "Keys", primaryKey: ["id"], columns: [] };
  expect(expectedRows({ producers })(named)).toContain('WHERE "part" >= 10');
});

describe.each(["mysql", "postgresql"] as const)("rows under conditions, from %s", (engine) => {
  it("arrive where they meet them, stay at the source where not, and nothing else is in the lake", async () => {
    const { tables, differences, counts } = await played(engine);
    expect(differences).toEqual([]);
    expect(tables.map(({ lakeRows }, index) => [lakeRows > 0, lakeRows < (counts[index] ?? 0)])).toEqual([
      ...Array.from({ length: 4 }, () => [true, true]),
      [true, false],
    ]);
  });

  it("are found in the lake when the filters are gone from the deployed mappings", async () => {
    const { differences } = await played(engine, withoutFilters);
    for (const name of ["kinds", "codes", "days", "keys"]) {
      expect(differences).toContainEqual(
        expect.stringMatching(new RegExp(`\\.${name}: \\d+ rows of the lake are not at the`)),
      );
    }
  });
});
