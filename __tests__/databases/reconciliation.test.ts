import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { Client } from "pg";
import { CHECKSUM_FUNCTIONS, withDuckDbMoments } from "../../local/engine/athena-checksums";
import { duckDbType } from "../../local/engine/athena-to-duckdb";
import { column } from "../../model/contract/column";
import { lakeColumns } from "../../model/contract/lake-columns";
import type { ColumnContract, RowCondition, Source, TableContract } from "../../model/landscape/types";
import {
  CUTOFF,
  comparedColumns,
  crossedStatement,
  curatedStatement,
  sourceStatement,
  uncomparedColumns,
} from "../../model/reconciliation/statements";
import { deposits } from "../landscape/deposits";
import { lending } from "../landscape/lending";
import { first } from "../support/json";
import { MariaDb } from "./mariadb";
import { Postgresql } from "./postgresql";
import { createTable } from "./tables";

/** One column of each form, in the words of both engines, and one value in three spellings of SQL. */
interface Sample {
  readonly mysql: string;
  readonly postgresql: string;
  readonly values: readonly (string | { readonly mysql: string; readonly others: string })[];
  /** Another value than the first row's. */
  readonly other: string | { readonly mysql: string; readonly others: string };
}

const bool = (value: boolean) => ({ mysql: value ? "b'1'" : "b'0'", others: String(value) });
const SAMPLES: Readonly<Record<string, Sample>> = {
  id: { mysql: "bigint", postgresql: "bigint", values: ["1", "2", "3", "9223372036854775807"], other: "-1" },
  small: { mysql: "smallint unsigned", postgresql: "integer", values: ["65535", "0", "NULL", "1"], other: "65534" },
  amount: {
    mysql: "decimal(12,2)",
    postgresql: "numeric(12,2)",
    values: ["-0.50", "0", "NULL", "9999999999.99"],
    other: "-0.51",
  },
  rate: { mysql: "decimal(6,4)", postgresql: "numeric(6,4)", values: ["0.0450", "1", "NULL", "-1.5"], other: "0.0451" },
  flag: {
    mysql: "bit(1)",
    postgresql: "boolean",
    values: [bool(true), bool(false), "NULL", bool(true)],
    other: bool(false),
  },
  code: { mysql: "char(3)", postgresql: "char(3)", values: ["'EUR'", "'A'", "NULL", "''"], other: "'EUS'" },
  note: {
    mysql: "varchar(60)",
    postgresql: "varchar(60)",
    values: ["'a.b''c'", "''", "NULL", "'Łódź 🏦 v3.x'"],
    other: "'a.b''C'",
  },
  day: {
    mysql: "date",
    postgresql: "date",
    values: ["'2024-02-29'", "'1999-12-31'", "NULL", "'2000-01-01'"],
    other: "'2024-03-01'",
  },
  moment_at: {
    mysql: "datetime(6)",
    postgresql: "timestamp",
    values: ["'2026-01-02 03:04:05.000006'", "'2026-01-02 03:04:05'", "NULL", "'1970-01-01 00:00:00.100000'"],
    other: "'2026-01-02 03:04:05.000007'",
  },
  changed: {
    mysql: "timestamp(6) NULL",
    postgresql: "timestamptz",
    values: ["'2026-06-01 10:00:00'", "'2026-06-02 23:59:59.999999'", "NULL", "'2026-06-03 00:00:00'"],
    other: "'2026-06-01 10:00:00.000001'",
  },
};
/** Of a column whose values are not compared, whether there is one. */
const UNCOMPARED: Readonly<Record<string, Sample>> = {
  body: { mysql: "longtext", postgresql: "text", values: ["'long'", "''", "NULL", "'longer'"], other: "NULL" },
};
const ALL = { ...SAMPLES, ...UNCOMPARED };
const NAMES = Object.keys(ALL);

function sourceOf(engine: "mysql" | "postgresql", schema: string): readonly [Source, TableContract] {
  const columns: Record<string, ColumnContract> = Object.fromEntries(
    Object.entries(ALL).map(([name, sample]) => [name, column(sample[engine].replace(" NULL", ""), "internal", name)]),
  );
  const table = {
    schema,
    name: "sample",
    description: "Everything",
    primaryKey: ["id"],
    changedAt: "changed",
    columns,
  };
  const base = engine === "mysql" ? first(lending.sources) : first(deposits.sources);
  return [{ ...base, name: "bank", tables: [table] }, table];
}

const [MYSQL, MYSQL_TABLE] = sourceOf("mysql", "bank");
const [POSTGRESQL, POSTGRESQL_TABLE] = sourceOf("postgresql", "core");

/** An answer in all three engines. */
type Figures = Readonly<Record<"mysql" | "postgresql" | "athena", readonly [count: string, checksum: string]>>;

let mariadb: MariaDb;
let postgresql: Postgresql;
let postgres: Client;
let lake: DuckDBConnection;

async function everywhere(sql: (dialect: "mysql" | "others", place: string) => string): Promise<void> {
  await mariadb.root.query(sql("mysql", "bank.sample"));
  await postgres.query(sql("others", "core.sample"));
  await lake.run(sql("others", "bank.sample"));
}

const pair = (found: unknown): readonly [string, string] => {
  const [count, checksum] = Array.isArray(found) && Array.isArray(found[0]) ? found[0].map(String) : [];
  return [count ?? "none", checksum ?? "none"];
};

async function figures(cutoff = "2027-01-01 00:00:00"): Promise<Figures> {
  const asked = (sql: string): string => sql.replaceAll(CUTOFF, cutoff);
  const [rows] = await mariadb.root.query({ sql: asked(sourceStatement(MYSQL, MYSQL_TABLE)), rowsAsArray: true });
  const { rows: others } = await postgres.query({
    text: asked(sourceStatement(POSTGRESQL, POSTGRESQL_TABLE)),
    rowMode: "array",
  });
  const statement = curatedStatement(MYSQL, MYSQL_TABLE);
  expect(curatedStatement(POSTGRESQL, POSTGRESQL_TABLE)).toBe(statement);
  const duck = await lake.runAndReadAll(withDuckDbMoments(statement).replace("?", `'${cutoff}'`));
  return { mysql: pair(rows), postgresql: pair(others), athena: pair(duck.getRowsJson()) };
}

const written = (
  value: string | { readonly mysql: string; readonly others: string },
  dialect: "mysql" | "others",
): string => (typeof value === "string" ? value : value[dialect]);

async function insertRows(): Promise<void> {
  await everywhere((_, place) => `DELETE FROM ${place}`);
  for (const index of [3, 0, 2, 1]) {
    await everywhere((dialect, place) => {
      const values = Object.values(ALL).map(({ values: all }) => written(all[index] ?? "NULL", dialect));
      return `INSERT INTO ${place} (${NAMES.join(", ")}) VALUES (${values.join(", ")})`;
    });
  }
}

/** A condition of each form that conditions may name, and the rows of the sample that meet it. */
const CONDITIONS: readonly (readonly [RowCondition, rows: number])[] = [
  [{ column: "id", operator: "gte", value: "9223372036854775807" }, 1],
  [{ column: "amount", operator: "lte", value: "-0.5" }, 1],
  [{ column: "rate", operator: "eq", value: "0.0450" }, 1],
  [{ column: "code", operator: "eq", value: "A" }, 1],
  [{ column: "code", operator: "noteq", value: "EUR" }, 2],
  [{ column: "note", operator: "noteq", value: "Łódź 🏦 v3.x" }, 2],
  [{ column: "day", operator: "gte", value: "2000-01-01" }, 2],
  [{ column: "moment_at", operator: "lte", value: "2026-01-02 03:04:05" }, 2],
];

const lateOn = (sql: string): string => sql.replaceAll(CUTOFF, "2027-01-01 00:00:00");

async function rowsThat(condition: RowCondition) {
  const [mine, others] = [MYSQL_TABLE, POSTGRESQL_TABLE].map((table) => ({ ...table, onlyRows: [condition] }));
  if (mine === undefined || others === undefined) throw new Error("a table is missing");
  const [rows] = await mariadb.root.query({ sql: lateOn(sourceStatement(MYSQL, mine)), rowsAsArray: true });
  const answer = await postgres.query({ text: lateOn(sourceStatement(POSTGRESQL, others)), rowMode: "array" });
  const crossed = await lake.runAndReadAll(withDuckDbMoments(crossedStatement(MYSQL, mine) ?? ""));
  return { mysql: pair(rows)[0], postgresql: pair(answer.rows)[0], outside: pair(crossed.getRowsJson())[0] };
}

beforeAll(async () => {
  [mariadb, postgresql] = [await MariaDb.start(), await Postgresql.start([])];
  postgres = await postgresql.connect("postgres", undefined, "postgres");
  const instance = await DuckDBInstance.create(":memory:");
  lake = await instance.connect();
  for (const sql of CHECKSUM_FUNCTIONS) await lake.run(sql);
  await mariadb.root.query("SET NAMES utf8mb4");
  // Neither a session's time zone nor a column's character set may change the figures.
  await mariadb.root.query("SET sql_mode = 'ANSI_QUOTES'");
  await mariadb.root.query("CREATE DATABASE bank CHARACTER SET utf8mb4");
  await mariadb.root.query(
    createTable(MYSQL_TABLE, "`").replaceAll("timestamp(6)", "timestamp(6) NULL").replaceAll("NULL NULL", "NULL"),
  );
  await postgres.query("SET TIME ZONE 'UTC'");
  await postgres.query("CREATE SCHEMA core");
  await postgres.query(createTable(POSTGRESQL_TABLE, '"'));
  await lake.run("CREATE SCHEMA bank");
  const columns = lakeColumns(MYSQL, MYSQL_TABLE).map(({ name, curated }) => `"${name}" ${duckDbType(curated)}`);
  await lake.run(`CREATE TABLE bank.sample (${columns.join(", ")})`);
  await mariadb.root.query("SET time_zone = '+00:00'");
});
afterAll(async () => {
  await postgres.end();
  await Promise.all([mariadb.stop(), postgresql.stop()]);
});
beforeEach(insertRows);

describe("conditions of rows", () => {
  it.each(CONDITIONS)(
    "choose the same rows at each source, and the others are outside in the lake: %j",
    async (condition, rows) => {
      expect(await rowsThat(condition)).toEqual({
        mysql: String(rows),
        postgresql: String(rows),
        outside: String(4 - rows),
      });
    },
  );
});

describe("count and checksum", () => {
  it("are of every column of the sample", () => {
    for (const [source, table] of [
      [MYSQL, MYSQL_TABLE],
      [POSTGRESQL, POSTGRESQL_TABLE],
    ] as const) {
      expect(comparedColumns(source, table).map(({ name }) => name)).toEqual(Object.keys(SAMPLES));
      expect(uncomparedColumns(source, table)).toEqual(Object.keys(UNCOMPARED));
    }
  });

  it("of the same rows are the same in MariaDB, PostgreSQL and Athena's dialect", async () => {
    const { mysql, postgresql: other, athena } = await figures();
    expect(mysql[0]).toBe("4");
    expect(BigInt(mysql[1])).toBeGreaterThan(0n);
    expect(other).toEqual(mysql);
    expect(athena).toEqual(mysql);
  });

  it("of no rows are zero", async () => {
    await everywhere((_, place) => `DELETE FROM ${place}`);
    expect(await figures()).toEqual({ mysql: ["0", "0"], postgresql: ["0", "0"], athena: ["0", "0"] });
  });

  it.each(NAMES)("differ, in all engines alike, when %s of one row has another value", async (name) => {
    const before = await figures();
    const { other } = ALL[name] ?? { other: "NULL" };
    await everywhere((dialect, place) => `UPDATE ${place} SET ${name} = ${written(other, dialect)} WHERE id = 1`);
    const after = await figures();
    expect(after.mysql[0]).toBe(before.mysql[0]);
    expect(after.mysql[1]).not.toBe(before.mysql[1]);
    expect([after.postgresql, after.athena]).toEqual([after.mysql, after.mysql]);
  });

  it("do not differ when a value that is not compared becomes another", async () => {
    const before = await figures();
    await everywhere((_, place) => `UPDATE ${place} SET body = 'another' WHERE id = 1`);
    expect(await figures()).toEqual(before);
  });

  it("differ when two columns swap an empty text and none", async () => {
    await everywhere((_, place) => `UPDATE ${place} SET note = '', code = NULL WHERE id = 2`);
    const before = await figures();
    await everywhere((_, place) => `UPDATE ${place} SET note = NULL, code = '' WHERE id = 2`);
    const after = await figures();
    expect(after.mysql[1]).not.toBe(before.mysql[1]);
    expect([after.postgresql, after.athena]).toEqual([after.mysql, after.mysql]);
  });

  it("take no more than blanks from the end of a text of fixed length", async () => {
    await everywhere((_, place) => `UPDATE ${place} SET code = 'A\t' WHERE id = 1`);
    const before = await figures();
    expect([before.postgresql, before.athena]).toEqual([before.mysql, before.mysql]);
    await everywhere((_, place) => `UPDATE ${place} SET code = 'A' WHERE id = 1`);
    expect((await figures()).athena[1]).not.toBe(before.athena[1]);
  });

  it("leave out rows that changed at the cut-off or later, and keep those without a moment", async () => {
    const { mysql, postgresql: other, athena } = await figures("2026-06-02 23:59:59.999999");
    expect([mysql[0], other, athena]).toEqual(["2", mysql, mysql]);
  });

  it.each([
    ["day", "0000-00-00"],
    ["moment_at", "0000-00-00 00:00:00"],
    ["changed", "0000-00-00 00:00:00"],
  ])("differ when %s is %s in MariaDB, for which the lake has no value", async (name, value) => {
    await everywhere((_, place) => `UPDATE ${place} SET ${name} = NULL WHERE id = 1`);
    const before = await figures();
    await mariadb.root.query(`UPDATE bank.sample SET ${name} = '${value}' WHERE id = 1`);
    const after = await figures();
    expect(after.athena).toEqual(before.mysql);
    expect(after.mysql).not.toEqual(before.mysql);
  });

  const endless = ["infinity", "-infinity", "12000-01-01", "0044-03-15 BC"];
  it.each(["day", "moment_at", "changed"].flatMap((name) => endless.map((value) => [name, value] as const)))(
    "differ when %s is %s in PostgreSQL, for which the lake has no value, or another one",
    async (name, value) => {
      await everywhere((_, place) => `UPDATE ${place} SET ${name} = NULL WHERE id = 1`);
      const before = await figures();
      await postgres.query(`UPDATE core.sample SET ${name} = '${value}' WHERE id = 1`);
      const after = await figures();
      expect(after.athena).toEqual(before.postgresql);
      expect(after.postgresql).not.toEqual(before.postgresql);
      if (!value.endsWith("BC")) return;
      // Nor is it the same day after Christ.
      await lake.run(`UPDATE bank.sample SET ${name} = '${value.replace(" BC", "")}' WHERE id = 1`);
      expect((await figures()).athena).not.toEqual(after.postgresql);
    },
  );

  it("do not depend on the session's time zone", async () => {
    const before = await figures("2026-06-02 12:00:00");
    await mariadb.root.query("SET time_zone = '+05:30'");
    await postgres.query("SET TIME ZONE 'America/New_York'");
    expect(await figures("2026-06-02 12:00:00")).toEqual(before);
    await mariadb.root.query("SET time_zone = '+00:00'");
    await postgres.query("SET TIME ZONE 'UTC'");
  });

  it("do not depend on a column's character set or collation", async () => {
    const before = await figures();
    await mariadb.root.query(
      "ALTER TABLE bank.sample MODIFY code char(3) CHARACTER SET latin1 COLLATE latin1_german1_ci",
    );
    await mariadb.root.query(
      "ALTER TABLE bank.sample MODIFY note varchar(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
    );
    expect(await figures()).toEqual(before);
  });
});
