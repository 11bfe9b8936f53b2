/** Traps of MySQL, as far as MariaDB has them. What each does to the log is what the real server does. */
import { column } from "../../../../model/contract/column";
import { type Setting, type Trap, trapTable } from "./trap";

const table = trapTable("bank", "decimal");
const alter = (name: string, what: string): string => `ALTER TABLE bank.${name} ${what}`;
const insert = (name: string, ...ids: readonly number[]): string =>
  `INSERT INTO bank.${name} (id, note, amount) VALUES ${ids.map((id) => `(${id}, 'n${id}', ${id}.50)`).join(", ")}`;
const update = (name: string, id: number): string => `UPDATE bank.${name} SET amount = amount + 1 WHERE id = ${id}`;
const remove = (name: string, id: number): string => `DELETE FROM bank.${name} WHERE id = ${id}`;
const COLUMNS = "id bigint PRIMARY KEY, note varchar(20), amount decimal(12,2)";

/** Three rows, then one is changed, one deleted, one inserted. */
const lives = (name: string): Pick<Trap, "before" | "work"> => ({
  before: [insert(name, 1, 2, 3)],
  work: [update(name, 1), remove(name, 2), insert(name, 4)],
});

const found = (readiness: string) => ({ isLost: true, readiness, isReconciled: true });
const onlyFound = (readiness: string) => ({ isLost: false, readiness, isReconciled: false });
const onlyReconciled = { isLost: true, readiness: "", isReconciled: true };
const harmless = { isLost: false, readiness: "", isReconciled: false };

/** A child of a table that is in no contract. */
const child = (name: string, rule: string) => ({
  table: table(name, { columns: { parent_id: column("bigint", "internal", "Parent") } }),
  create: `CREATE TABLE bank.${name} (${COLUMNS}, parent_id bigint, FOREIGN KEY (parent_id) REFERENCES bank.parent (id) ${rule})`,
  before: [
    "INSERT INTO bank.parent VALUES (1) ON DUPLICATE KEY UPDATE id = 1",
    insert(name, 1, 2),
    `UPDATE bank.${name} SET parent_id = 1 WHERE id = 1`,
  ],
});

/** A text key under a collation. */
const texts = (name: string, collation: string) => ({
  table: table(name, { primaryKey: ["code"], columns: { code: column("varchar(10)", "internal", "Key") } }),
  create: `CREATE TABLE bank.${name} (code varchar(10) COLLATE ${collation} PRIMARY KEY, note varchar(20), amount decimal(12,2))`,
  before: [`INSERT INTO bank.${name} (code, note, amount) VALUES ('anna', 'n', 1)`],
});

export const MYSQL_TRAPS: readonly Trap[] = [
  { name: "none", table: table("plain"), ...lives("plain"), expected: harmless },
  {
    name: "a foreign key that deletes",
    ...child("cascaded", "ON DELETE CASCADE"),
    work: ["DELETE FROM bank.parent WHERE id = 1"],
    expected: found("ON DELETE CASCADE"),
  },
  {
    name: "a foreign key that empties",
    ...child("emptied_child", "ON DELETE SET NULL"),
    expected: found("ON DELETE SET NULL"),
  },
  {
    name: "a key that ignores case",
    ...texts("caseless", "utf8mb4_general_ci"),
    work: ["UPDATE bank.caseless SET code = 'Anna' WHERE code = 'ANNA'"],
    expected: found("caseless.code is in the key"),
  },
  {
    name: "a key that ignores blanks at the end",
    ...texts("padded", "utf8mb4_bin"),
    work: ["UPDATE bank.padded SET code = 'anna  ' WHERE code = 'anna'"],
    expected: found("padded.code is in the key"),
  },
  {
    name: "numbers without a sign",
    table: table("unsigned", { columns: { points: column("int", "internal", "Points") } }),
    actual: { points: { type: "int unsigned" } },
    before: ["INSERT INTO bank.unsigned VALUES (1, 'n', 1, 4294967295)"],
    expected: found("points is int(10) unsigned, not int"),
  },
  {
    name: "more decimals than the contract has",
    table: table("decimals"),
    actual: { amount: { type: "decimal(14,4)" } },
    ...lives("decimals"),
    expected: found("amount is decimal(14,4), not decimal(12,2)"),
  },
  {
    name: "a longer text than the contract has",
    table: table("longer"),
    actual: { note: { type: "varchar(30)" } },
    ...lives("longer"),
    expected: onlyFound("note is varchar(30), not varchar(20)"),
  },
  {
    name: "a generated column",
    table: table("generated", { columns: { twice: column("decimal(12,2)", "internal", "Computed") } }),
    create: `CREATE TABLE bank.generated (${COLUMNS}, twice decimal(12,2) GENERATED ALWAYS AS (amount * 2) VIRTUAL)`,
    ...lives("generated"),
    expected: onlyFound("virtual generated"),
  },
  {
    name: "an invisible column",
    table: table("invisible", { columns: { hidden: column("int", "internal", "Hidden") } }),
    create: `CREATE TABLE bank.invisible (${COLUMNS}, hidden int INVISIBLE DEFAULT 7)`,
    ...lives("invisible"),
    expected: onlyFound("invisible"),
  },
  {
    name: "a session without a log",
    table: table("unlogged"),
    before: [insert("unlogged", 1)],
    work: ["SET SESSION sql_log_bin = 0", update("unlogged", 1), "SET SESSION sql_log_bin = 1"],
    expected: onlyReconciled,
  },
  {
    name: "a routine that turns the log off",
    table: table("routine"),
    before: [insert("routine", 1)],
    plant: [
      `CREATE PROCEDURE bank.quietly() BEGIN SET SESSION sql_log_bin = 0; ${update("routine", 1)}; SET SESSION sql_log_bin = 1; END`,
    ],
    work: ["CALL bank.quietly()"],
    about: "the routine bank.quietly",
    expected: found("writes past the log"),
  },
  {
    name: "a session that logs statements",
    table: table("statements"),
    before: [insert("statements", 1)],
    work: ["SET SESSION binlog_format = 'STATEMENT'", update("statements", 1), "SET SESSION binlog_format = 'ROW'"],
    expected: onlyReconciled,
  },
  {
    name: "a session that logs changed columns only",
    table: table("partial"),
    before: [insert("partial", 1)],
    work: ["SET SESSION binlog_row_image = 'MINIMAL'", update("partial", 1), "SET SESSION binlog_row_image = 'FULL'"],
    expected: onlyReconciled,
  },
  {
    name: "a system-versioned table",
    table: table("versioned"),
    create: `CREATE TABLE bank.versioned (${COLUMNS}) WITH SYSTEM VERSIONING`,
    ...lives("versioned"),
    expected: found("system-versioned"),
  },
  {
    name: "an engine without transactions",
    table: table("myisam"),
    create: `CREATE TABLE bank.myisam (${COLUMNS}) ENGINE = MyISAM`,
    ...lives("myisam"),
    expected: onlyFound("is kept by MyISAM"),
  },
  {
    name: "a partition that is emptied",
    table: table("parts"),
    create: `CREATE TABLE bank.parts (${COLUMNS}) PARTITION BY HASH (id) PARTITIONS 2`,
    before: [insert("parts", 1, 2)],
    work: [alter("parts", "TRUNCATE PARTITION p0")],
    expected: found("has partitions"),
  },
  {
    name: "a schema that the log leaves out (binlog_ignore_db)",
    table: { ...table("ignored"), schema: "hidden" },
    before: ["USE hidden", "INSERT INTO hidden.ignored VALUES (1, 'n', 1)"],
    work: ["USE hidden", "UPDATE hidden.ignored SET amount = 2 WHERE id = 1"],
    expected: onlyReconciled,
  },
  {
    name: "a server in another time zone",
    table: table("zoned", { columns: { at: column("timestamp", "internal", "Moment") } }),
    create: `CREATE TABLE bank.zoned (${COLUMNS}, at timestamp NULL)`,
    before: ["INSERT INTO bank.zoned VALUES (1, 'n', 1, '2026-06-30 12:00:00')", "SET GLOBAL time_zone = '+02:00'"],
    about: "time_zone",
    expected: found("time_zone is +02:00, not UTC"),
  },
  {
    name: "a forbidden column that is spelled otherwise",
    table: table("spelled", {
      columns: { national_id: column("varchar(11)", "forbidden", "National identity number") },
    }),
    actual: { national_id: { name: "National_ID" } },
    ...lives("spelled"),
    // The value itself has left the source, which no figures compare.
    expected: { isLost: true, readiness: "National_ID is spelled otherwise", isReconciled: false },
  },
  {
    name: "a forbidden column in capitals, spelled so in the contract",
    table: table("capitals", {
      columns: { national_id: { ...column("varchar(11)", "forbidden", "Identity"), nameAtSource: "National_ID" } },
    }),
    actual: { national_id: { name: "National_ID" } },
    ...lives("capitals"),
    expected: harmless,
  },
  {
    name: "a table that is made anew in its place",
    table: table("replaced"),
    before: [insert("replaced", 1)],
    work: [`CREATE OR REPLACE TABLE bank.replaced (${COLUMNS}) SELECT 9 AS id, 'n' AS note, 1 AS amount`],
    expected: onlyReconciled,
  },
  {
    name: "a key that changes",
    table: table("moved"),
    before: [insert("moved", 1)],
    work: ["UPDATE bank.moved SET id = 7 WHERE id = 1"],
    expected: onlyReconciled,
  },
  {
    name: "TRUNCATE",
    table: table("truncated"),
    before: [insert("truncated", 1, 2)],
    work: ["TRUNCATE bank.truncated", insert("truncated", 3)],
    expected: onlyReconciled,
  },
  {
    name: "a table that is made anew and renamed",
    table: table("swapped"),
    before: [insert("swapped", 1)],
    work: [
      "CREATE TABLE bank.swapped_new LIKE bank.swapped",
      insert("swapped_new", 1, 2),
      "RENAME TABLE bank.swapped TO bank.swapped_old, bank.swapped_new TO bank.swapped",
    ],
    expected: onlyReconciled,
  },
  {
    name: "values that ALTER TABLE changes",
    table: table("rewritten"),
    before: ["INSERT INTO bank.rewritten VALUES (1, 'longer than ten', 1)"],
    work: [
      "SET SESSION sql_mode = ''",
      alter("rewritten", "MODIFY note varchar(10)"),
      "SET SESSION sql_mode = DEFAULT",
    ],
    expected: onlyReconciled,
  },
  {
    name: "a trigger",
    table: table("triggered"),
    before: [insert("triggered", 1)],
    plant: [`CREATE TRIGGER bank.doubled BEFORE UPDATE ON bank.triggered FOR EACH ROW SET NEW.note = 'by trigger'`],
    work: [update("triggered", 1)],
    expected: harmless,
  },
];

export const MYSQL_SETTINGS: readonly Setting[] = [
  {
    name: "idle sessions end early",
    plant: "SET GLOBAL wait_timeout = 60",
    undo: "SET GLOBAL wait_timeout = 28800",
    readiness: "wait_timeout is 60, less than 300",
  },
  {
    name: "statements in the log",
    plant: "SET GLOBAL binlog_format = 'MIXED'",
    undo: "SET GLOBAL binlog_format = 'ROW'",
    readiness: "binlog_format is MIXED, not ROW",
  },
  {
    name: "changed columns only in the log",
    plant: "SET GLOBAL binlog_row_image = 'NOBLOB'",
    undo: "SET GLOBAL binlog_row_image = 'FULL'",
    readiness: "binlog_row_image is NOBLOB, not FULL",
  },
  {
    name: "a log whose events are compressed",
    plant: "SET GLOBAL log_bin_compress = ON",
    undo: "SET GLOBAL log_bin_compress = OFF",
    readiness: "log_bin_compress is ON, not OFF",
  },
];
