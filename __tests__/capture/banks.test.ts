/** Whatever a landscape promises, and a bank, on a real server: what its log says becomes what the server has. */
import { COREBANK, LENDING, sampleBank } from "../../examples/sample-bank";
import { madeBank } from "../../local/made-rows";
import type { Bank, BankDatabase, BankTransaction } from "../../local/source-systems";
import { column } from "../../model/contract/column";
import type { TableContract } from "../../model/landscape/types";
import { createTable } from "../databases/tables";
import { mysqlTypes, postgresqlTypes } from "../landscape/everything/types";
import { deposits } from "../landscape/tables/deposits";
import { loans } from "../landscape/tables/loans";
import { CaptureLine, type Place } from "../support/capture/line";
import { MariaDbSource } from "../support/capture/mariadb-source";
import { mysqlPlace, postgresqlPlace } from "../support/capture/places";
import { PostgresqlSource } from "../support/capture/postgresql-source";
import { onServers, realSources } from "../support/capture/servers";
import type { RealSource } from "../support/capture/source";
import { first } from "../support/json";

const CHANGES = 400;
const END = BigInt(Date.UTC(2026, 5, 30)) * 1000n;

const made = ({ source }: Place): Bank =>
  madeBank({
    environment: { consumers: [], producers: [{ sources: [source] }] },
    seed: 15,
    changes: CHANGES,
    end: END,
    hours: 24,
  });

/** A table whose key has columns of several types. */
const keyed = (schema: string, ...types: readonly string[]): TableContract => ({
  schema,
  name: "keyed",
  description: "Keys of several types",
  primaryKey: types.map((_, index) => `k${index}`),
  columns: {
    ...Object.fromEntries(types.map((type, index) => [`k${index}`, column(type, "internal", "A part of the key")])),
    amount: column("decimal(12,2)", "internal", "Amount"),
  },
});
const MYSQL_KEYS = keyed("lending", "binary(4)", "datetime(6)", "decimal(10,2)", "smallint unsigned", "varbinary(8)");
const POSTGRESQL_KEYS = keyed("core", "uuid", "timestamptz", "numeric(10,2)", "varchar(10)", "boolean");

/** Commits of one engine's system. */
function* of({ engine }: BankDatabase, transactions: Iterable<BankTransaction>): Generator<BankTransaction> {
  for (const transaction of transactions) if (transaction.database.engine === engine) yield transaction;
}

async function committed(real: RealSource, transactions: Iterable<BankTransaction>): Promise<number> {
  let count = 0;
  for (const transaction of of(real.database, transactions)) {
    await real.commit(transaction);
    count += transaction.changes.length;
  }
  return count;
}

/** Tables of the sample bank that no contract promises: their changes are in the log too. */
const uncontracted = ({ source }: Place, { tables }: BankDatabase): readonly TableContract[] =>
  tables
    .filter(({ name }) => source.tables.every((table) => table.name !== name))
    .map(({ columns, ...table }) => ({
      ...table,
      description: "In no contract",
      columns: Object.fromEntries(columns.map(({ name, type }) => [name, column(type, "internal", "A column")])),
    }));

/** A made bank lives on the server, then gives way to the sample bank; what the server logs is carried. */
async function lived(place: Place, real: RealSource, bank: Bank) {
  await committed(real, bank.opening());
  await real.prepare();
  const findings = await real.findings();
  const line = await CaptureLine.open(place, real);
  await line.load();
  const changes = await committed(real, bank.changes());
  await line.carry();
  const { tables, differences } = await line.compare();

  const sample = sampleBank({ seed: 1, changes: CHANGES, end: END, hours: 24 });
  await real.run(...place.source.tables.map(({ schema, name }) => `DELETE FROM ${schema}.${name}`));
  const more = (await committed(real, sample.opening())) + (await committed(real, sample.changes()));
  await line.carry();
  const after = await line.compare();
  line.close();
  return {
    changes: [changes, more],
    rows: tables.map(({ lakeRows }) => lakeRows),
    later: after.tables.map(({ lakeRows }) => lakeRows),
    differences: [...findings, ...line.failures, ...differences, ...after.differences],
  };
}

/** The sample bank knows nothing of the last two tables, which are empty then; every other difference is one. */
const unexpected = ({ differences }: Awaited<ReturnType<typeof lived>>): readonly string[] =>
  differences.filter((each) => !/\.(?:keyed|value): no row at the source and none in/.test(each));

function expectAll({ changes, rows, later }: Awaited<ReturnType<typeof lived>>): void {
  for (const count of changes) expect(count).toBeGreaterThan(CHANGES / 2);
  expect(rows).not.toContain(0);
  expect(later.slice(0, -2)).not.toContain(0);
}

onServers("banks on a real server", () => {
  const started = realSources();

  it("MariaDB: current-state tables are what the server has", async () => {
    const place = mysqlPlace([...loans, MYSQL_KEYS, mysqlTypes]);
    const bank = made(place);
    const real = started(await MariaDbSource.start(place.source, first(bank.databases)));
    await real.run(
      ...[...place.source.tables, ...uncontracted(place, LENDING)].map((table) => createTable(table, "`")),
    );
    const outcome = await lived(place, real, bank);
    expect(unexpected(outcome)).toEqual([]);
    expectAll(outcome);
  });

  it("PostgreSQL: current-state tables are what the server has", async () => {
    const place = postgresqlPlace([...deposits, POSTGRESQL_KEYS, postgresqlTypes]);
    const bank = made(place);
    const real = started(await PostgresqlSource.start(place.source, first(bank.databases)));
    await real.run(
      "CREATE EXTENSION citext",
      ...[...place.source.tables, ...uncontracted(place, COREBANK)].map((table) => createTable(table, '"')),
    );
    const outcome = await lived(place, real, bank);
    expect(unexpected(outcome)).toEqual([]);
    expectAll(outcome);
  });
});
