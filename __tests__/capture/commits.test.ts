/** What a bank may do in transactions, on real servers: after each step, current-state tables are what the server has. */
import { column } from "../../model/contract/column";
import type { TableContract } from "../../model/landscape/types";
import { CaptureLine, type Place } from "../support/capture/line";
import { MariaDbSource } from "../support/capture/mariadb-source";
import { mysqlPlace, postgresqlPlace } from "../support/capture/places";
import { PostgresqlSource } from "../support/capture/postgresql-source";
import { onServers, realSources } from "../support/capture/servers";
import type { RealSource } from "../support/capture/source";

const text = (type: string) => column(type, "internal", "Text");

/** Types that both engines know, and a key of two columns in another order than the table's. */
const TABLES: readonly TableContract[] = [
  {
    schema: "core",
    name: "account",
    description: "An account",
    primaryKey: ["id"],
    columns: { id: text("bigint"), note: text("varchar(200)"), amount: text("numeric(12,2)") },
  },
  {
    schema: "core",
    name: "entry",
    description: "An entry",
    primaryKey: ["day", "account"],
    columns: { account: text("bigint"), amount: text("numeric(12,2)"), day: text("date") },
  },
  {
    schema: "core",
    name: "part",
    description: "Accounts of clients, without those of staff",
    primaryKey: ["id"],
    onlyRows: [{ column: "kind", operator: "noteq", value: "staff" }],
    columns: { id: text("bigint"), kind: { ...text("varchar(10)"), immutable: true }, amount: text("numeric(12,2)") },
  },
];
const CREATE = [
  "CREATE TABLE core.account (id bigint PRIMARY KEY, note varchar(200), amount numeric(12,2))",
  "CREATE TABLE core.entry (account bigint, amount numeric(12,2), day date, PRIMARY KEY (day, account))",
  "CREATE TABLE core.part (id bigint PRIMARY KEY, kind varchar(10) NOT NULL, amount numeric(12,2))",
];
const BEFORE = [
  "INSERT INTO core.account (id, note, amount) VALUES (1, 'a', 1), (2, 'b', 2), (3, 'c', 3)",
  "INSERT INTO core.part (id, kind, amount) VALUES (1, 'client', 1), (2, 'staff', 2), (3, 'client', 3)",
];

/** Each step, with what an engine says in words of its own. */
const STEPS = (replace: string, many: string): readonly (readonly [name: string, ...statements: string[]])[] => [
  [
    "several changes of a key in one commit",
    "BEGIN",
    "UPDATE core.account SET amount = 10 WHERE id = 1",
    "DELETE FROM core.account WHERE id = 1",
    "INSERT INTO core.account (id, note, amount) VALUES (1, 'again', 11)",
    "UPDATE core.account SET amount = 12 WHERE id = 1",
    "INSERT INTO core.account (id, note, amount) VALUES (4, 'gone', 4)",
    "DELETE FROM core.account WHERE id = 4",
    "COMMIT",
  ],
  [
    "what is rolled back, and what is after a savepoint",
    "BEGIN",
    "INSERT INTO core.account (id) VALUES (5)",
    "DELETE FROM core.account WHERE id = 1",
    "ROLLBACK",
    "BEGIN",
    "SAVEPOINT one",
    "INSERT INTO core.account (id) VALUES (6)",
    "ROLLBACK TO SAVEPOINT one",
    "INSERT INTO core.account (id, note) VALUES (7, 'kept')",
    "COMMIT",
  ],
  [
    "keys that come back, in commits of one second",
    "DELETE FROM core.account WHERE id = 2",
    "INSERT INTO core.account (id, note) VALUES (2, 'back')",
    "DELETE FROM core.account WHERE id = 2",
    "INSERT INTO core.account (id, note) VALUES (2, 'back again')",
    "DELETE FROM core.account WHERE id = 7",
  ],
  ["nothing in columns that had something", "UPDATE core.account SET note = NULL, amount = NULL WHERE id = 3"],
  ["a row that takes another one's place", replace],
  [
    "rows of two tables in one commit, under a key of two columns",
    "BEGIN",
    "INSERT INTO core.entry (account, amount, day) VALUES (1, 5, '2026-06-30'), (1, 6, '2026-07-01'), (2, 7, '2026-06-30')",
    "UPDATE core.account SET amount = 20 WHERE id = 1",
    "DELETE FROM core.entry WHERE account = 1 AND day = '2026-06-30'",
    "COMMIT",
  ],
  [
    "many rows by one statement",
    many,
    "UPDATE core.account SET amount = amount + 1",
    "DELETE FROM core.account WHERE id > 900",
  ],
  [
    "a column that comes in, and rows that have it",
    "ALTER TABLE core.account ADD COLUMN extra integer",
    "UPDATE core.account SET extra = 1, amount = 30 WHERE id = 1",
    "INSERT INTO core.account (id, note, amount, extra) VALUES (2000, 'new', 2000, 2)",
    "DELETE FROM core.account WHERE id = 3",
  ],
  [
    "an index, and a column that goes",
    "CREATE INDEX by_amount ON core.account (amount)",
    "ALTER TABLE core.account DROP COLUMN extra",
    "UPDATE core.account SET note = 'after' WHERE id = 2000",
  ],
];

async function walked(place: Place, real: RealSource, steps: ReturnType<typeof STEPS>) {
  await real.run(...CREATE, ...BEFORE);
  await real.prepare();
  const line = await CaptureLine.open(place, real);
  await line.load();
  const found: (readonly [string, readonly string[]])[] = [];
  for (const [name, ...statements] of steps) {
    await real.run(...statements);
    await line.carry();
    const { differences } = await line.compare();
    // Before its first entry there is nothing to compare.
    found.push([name, differences.filter((each) => !each.includes("nothing is proved"))]);
  }
  line.close();
  return { found, failures: line.failures };
}

const databaseOf = (engine: "mysql" | "postgresql", { source }: Place) => ({
  engine,
  database: source.database,
  tables: TABLES.map(({ columns, ...table }) => ({
    ...table,
    columns: Object.entries(columns).map(([name, { type }]) => ({
      name,
      type,
      nullable: !table.primaryKey.includes(name),
    })),
  })),
});

onServers("transactions on a real server", () => {
  const started = realSources();

  it("MariaDB: after each step, current-state tables are what the server has", async () => {
    const place = mysqlPlace(TABLES);
    const steps = STEPS(
      "REPLACE INTO core.account (id, note, amount) VALUES (2, 'replaced', 22), (8, 'new', 8)",
      "INSERT INTO core.account (id, note, amount) SELECT 100 + seq, 'many', seq FROM (WITH RECURSIVE s (seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM s WHERE seq < 900) SELECT seq FROM s) AS numbers",
    );
    const real = started(await MariaDbSource.start(place.source, databaseOf("mysql", place)));
    const { found, failures } = await walked(place, real, steps);
    expect(found).toEqual(steps.map(([name]) => [name, []]));
    expect(failures).toEqual([]);
  });

  it("PostgreSQL: after each step, current-state tables are what the server has", async () => {
    const place = postgresqlPlace(TABLES);
    const steps = STEPS(
      "INSERT INTO core.account (id, note, amount) VALUES (2, 'replaced', 22), (8, 'new', 8) ON CONFLICT (id) DO UPDATE SET note = excluded.note, amount = excluded.amount",
      "INSERT INTO core.account (id, note, amount) SELECT 100 + n, 'many', n FROM generate_series(1, 900) AS s (n)",
    );
    const real = started(await PostgresqlSource.start(place.source, databaseOf("postgresql", place)));
    const { found, failures } = await walked(place, real, steps);
    expect(found).toEqual(steps.map(([name]) => [name, []]));
    expect(failures).toEqual([]);
  });
});
