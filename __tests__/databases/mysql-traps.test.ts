import { column } from "../../model/contract/column";
import type { TableContract } from "../../model/landscape/types";
import { mysqlPlan } from "../../model/readiness/mysql/plan";
import { readinessPlan } from "../../model/readiness/plan";
import { lending } from "../landscape/lending";
import { first } from "../support/json";
import { asDatabase, MariaDb } from "./mariadb";
import { createTable } from "./tables";
import { findingsOf, type Trap } from "./traps";

const ACCOUNT: TableContract = {
  schema: "bank",
  name: "account",
  description: "An account",
  primaryKey: ["iban"],
  columns: {
    iban: column("varchar(34)", "confidential", "Number"),
    holder: column("bigint", "internal", "Customer"),
    kind: column("enum('a','b')", "internal", "Kind"),
    balance: column("decimal(12,2)", "confidential", "Balance"),
    flag: column("boolean", "internal", "Flag"),
    extra: column("json", "internal", "Whatever else"),
    opened_on: column("date", "internal", "Day"),
    changed_at: column("timestamp(6)", "internal", "Last change"),
    national_id: column("varchar(20)", "forbidden", "Of the holder"),
    segment: column("varchar(10)", "internal", "Segment", { immutable: true }),
    opened_at: column("datetime(6)", "internal", "Moment", { immutable: true }),
  },
  onlyRows: [{ column: "segment", operator: "noteq", value: "test" }],
};
const CURRENCY: TableContract = {
  schema: "bank",
  name: "currency",
  description: "A currency",
  primaryKey: ["code", "code_of"],
  columns: { code: column("char(3)", "public", "Code"), code_of: column("integer", "public", "Order") },
};
const TABLES = [ACCOUNT, CURRENCY];
const PLAN = mysqlPlan({ ...first(lending.sources), tables: TABLES }, "aws");
const BANK_PLAN = mysqlPlan({ ...first(lending.sources), tables: TABLES }, "bank");

let server: MariaDb;
const run = async (statements: string) => {
  for (const sql of statements.split(";\n")) await server.root.query(sql);
};
const found = (plan = PLAN) => findingsOf(plan, asDatabase(server.root));

beforeAll(async () => {
  server = await MariaDb.start();
  await run("CREATE DATABASE bank");
  await run("CREATE TABLE bank.customer (id bigint PRIMARY KEY)");
  for (const table of TABLES) await run(createTable(table, "`"));
  for (const { sql } of PLAN.statements) await run(sql.replace(":verifier", `'*${"0".repeat(40)}'`));
});
afterAll(() => server.stop());

const alter = (name: string, change: string, finding: string, back: string): Trap => ({
  name,
  plant: `ALTER TABLE bank.account ${change}`,
  findings: [`bank.account${finding}`],
  mend: `ALTER TABLE bank.account ${back}`,
});
const variable = (name: string, bad: string, good: string, finding: string): Trap => ({
  name: `${name} = ${bad}`,
  plant: `SET GLOBAL ${name} = ${bad}`,
  findings: [finding],
  mend: `SET GLOBAL ${name} = ${good}`,
});

const NAMES: readonly Trap[] = [
  alter(
    "a forbidden column in capitals",
    "RENAME COLUMN national_id TO National_ID",
    ".National_ID is spelled otherwise than national_id",
    "RENAME COLUMN National_ID TO national_id",
  ),
  alter("a column in no contract", "ADD COLUMN tax_id int", ".tax_id is in no contract", "DROP COLUMN tax_id"),
  alter("a column that has left", "DROP COLUMN flag", ".flag is missing", "ADD COLUMN flag tinyint(1)"),
  {
    name: "a table in capitals",
    plant: "RENAME TABLE bank.account TO bank.Account",
    findings: ["bank.Account is spelled otherwise than bank.account"],
    mend: "RENAME TABLE bank.Account TO bank.account",
  },
  {
    name: "a schema in capitals",
    plant: "CREATE DATABASE Bank;\nRENAME TABLE bank.currency TO Bank.currency",
    findings: ["Bank.currency is spelled otherwise than bank.currency"],
    mend: "RENAME TABLE Bank.currency TO bank.currency;\nDROP DATABASE Bank",
  },
  {
    name: "a table that has left",
    plant: "RENAME TABLE bank.currency TO bank.money",
    findings: ["bank.currency is missing"],
    mend: "RENAME TABLE bank.money TO bank.currency",
  },
];
const KEYS: readonly Trap[] = [
  alter(
    "another key",
    "DROP PRIMARY KEY, ADD PRIMARY KEY (iban, holder), MODIFY holder bigint NOT NULL",
    " has the key (holder,iban), not (iban)",
    "DROP PRIMARY KEY, ADD PRIMARY KEY (iban), MODIFY holder bigint",
  ),
  alter(
    "a key of a beginning",
    "DROP PRIMARY KEY, ADD PRIMARY KEY (iban(4))",
    ".iban is in the key by its first 4 characters only",
    "DROP PRIMARY KEY, ADD PRIMARY KEY (iban)",
  ),
  alter(
    "a key without case",
    "MODIFY iban varchar(34) COLLATE utf8mb4_general_ci NOT NULL",
    ".iban is in the key with utf8mb4_general_ci",
    "MODIFY iban varchar(34) COLLATE utf8mb4_nopad_bin NOT NULL",
  ),
  alter(
    "a key without accents",
    "MODIFY iban varchar(34) COLLATE utf8mb4_unicode_nopad_ci NOT NULL",
    ".iban is in the key with utf8mb4_unicode_nopad_ci",
    "MODIFY iban varchar(34) COLLATE utf8mb4_nopad_bin NOT NULL",
  ),
  alter(
    "a key without blanks at the end",
    "MODIFY iban varchar(34) COLLATE utf8mb4_bin NOT NULL",
    ".iban is in the key with utf8mb4_bin",
    "MODIFY iban varchar(34) COLLATE utf8mb4_nopad_bin NOT NULL",
  ),
  {
    name: "a key of char without case",
    plant: "ALTER TABLE bank.currency MODIFY code char(3) COLLATE latin1_swedish_ci NOT NULL",
    findings: ["bank.currency.code is in the key with latin1_swedish_ci"],
    mend: "ALTER TABLE bank.currency MODIFY code char(3) COLLATE latin1_bin NOT NULL",
  },
];
const type = (name: string, bad: string, good: string, written = bad, declared = good): Trap =>
  alter(
    `${name} as ${bad}`,
    `MODIFY ${name} ${bad}`,
    `.${name} is ${written}, not ${declared}`,
    `MODIFY ${name} ${good}`,
  );
const TYPES: readonly Trap[] = [
  type("holder", "int", "bigint", "int(11)"),
  type("holder", "bigint unsigned", "bigint", "bigint(20) unsigned"),
  type("balance", "decimal(14,2)", "decimal(12,2)"),
  type("balance", "decimal(12,4)", "decimal(12,2)"),
  type("balance", "double", "decimal(12,2)"),
  type("flag", "bit(1)", "tinyint(1)", "bit(1)", "boolean"),
  type("extra", "text", "json"),
  type("opened_on", "datetime", "date"),
  type("changed_at", "timestamp NULL", "timestamp(6) NULL", "timestamp", "timestamp(6)"),
  type("changed_at", "datetime(6)", "timestamp(6) NULL", "datetime(6)", "timestamp(6)"),
  type("kind", "varchar(20) COMPRESSED", "enum('a','b')", "varchar(20) /*M!100301 COMPRESSED*/"),
];
const COLUMNS: readonly Trap[] = [
  alter(
    "a virtual column",
    "DROP COLUMN flag, ADD COLUMN flag tinyint AS (holder > 1) VIRTUAL",
    ".flag is virtual generated",
    "DROP COLUMN flag, ADD COLUMN flag tinyint",
  ),
  alter(
    "a stored column",
    "DROP COLUMN flag, ADD COLUMN flag tinyint AS (holder > 1) STORED",
    ".flag is stored generated",
    "DROP COLUMN flag, ADD COLUMN flag tinyint",
  ),
  alter("an invisible column", "MODIFY flag tinyint INVISIBLE", ".flag is invisible", "MODIFY flag tinyint"),
  alter(
    "a day of zeros",
    "MODIFY opened_on date DEFAULT '0000-00-00'",
    ".opened_on is 0000-00-00 by default",
    "MODIFY opened_on date",
  ),
];
const CONDITIONS: readonly Trap[] = [
  alter(
    "a moment that never changes but with its row",
    "MODIFY opened_at datetime(6) NULL ON UPDATE CURRENT_TIMESTAMP(6)",
    ".opened_at never changes by its contract, and has ON UPDATE CURRENT_TIMESTAMP",
    "MODIFY opened_at datetime(6) NULL DEFAULT CURRENT_TIMESTAMP(6)",
  ),
  alter(
    "a condition without case",
    "MODIFY segment varchar(10) COLLATE utf8mb4_general_ci",
    ".segment is in a row condition with utf8mb4_general_ci",
    "MODIFY segment varchar(10) COLLATE utf8mb4_nopad_bin",
  ),
  {
    name: "a moment that may change with its row, and a text without case in no condition, which are no traps",
    plant:
      "ALTER TABLE bank.account MODIFY changed_at timestamp(6) NULL ON UPDATE CURRENT_TIMESTAMP(6), MODIFY extra json COLLATE utf8mb4_general_ci",
    findings: [],
    mend: "ALTER TABLE bank.account MODIFY changed_at timestamp(6) NULL, MODIFY extra json",
  },
];
const foreignKey = (action: string): string =>
  `ALTER TABLE bank.account DROP FOREIGN KEY IF EXISTS held;\nALTER TABLE bank.account ADD CONSTRAINT held FOREIGN KEY (holder) REFERENCES bank.customer (id) ON ${action}`;
const TABLE: readonly Trap[] = [
  alter("system versioning", "ADD SYSTEM VERSIONING", " is system-versioned", "DROP SYSTEM VERSIONING"),
  alter("MyISAM", "ENGINE=MyISAM", " is kept by MyISAM", "ENGINE=InnoDB"),
  {
    name: "MEMORY",
    plant: "ALTER TABLE bank.currency ENGINE=MEMORY",
    findings: ["bank.currency is kept by MEMORY"],
    mend: "ALTER TABLE bank.currency ENGINE=InnoDB",
  },
  ...["DELETE CASCADE", "DELETE SET NULL", "UPDATE CASCADE", "UPDATE SET NULL"].map((action) => ({
    name: `ON ${action}`,
    plant: foreignKey(action),
    findings: [`bank.account has the foreign key held with ON ${action}`],
    mend: foreignKey("DELETE RESTRICT"),
  })),
  {
    name: "partitions",
    plant:
      "ALTER TABLE bank.currency PARTITION BY RANGE (code_of) (PARTITION p1 VALUES LESS THAN (9), PARTITION p2 VALUES LESS THAN MAXVALUE)",
    findings: ["bank.currency has partitions"],
    mend: "ALTER TABLE bank.currency REMOVE PARTITIONING",
  },
  {
    name: "a view",
    plant: "RENAME TABLE bank.currency TO bank.money;\nCREATE VIEW bank.currency AS SELECT * FROM bank.money",
    findings: ["bank.currency is a view"],
    mend: "DROP VIEW bank.currency;\nRENAME TABLE bank.money TO bank.currency",
  },
];
const PROGRAMS: readonly Trap[] = (
  [
    ["the log turned off", "SET sql_log_bin = 0", "writes past the log"],
    ["statements in the log", "SET SESSION binlog_format = 'STATEMENT'", "writes past the log"],
    ["TRUNCATE", "TRUNCATE TABLE bank.account", "empties a table of the contracts"],
    ["TRUNCATE in other words", "TRUNCATE `account`", "empties a table of the contracts"],
    ["partitions given up", "ALTER TABLE bank.account DROP PARTITION p1", "empties a table of the contracts"],
  ] as const
).flatMap(([name, body, finding]) => [
  {
    name: `a routine with ${name}`,
    plant: `CREATE PROCEDURE bank.nightly() BEGIN ${body}; END`,
    findings: [`the routine bank.nightly ${finding}`],
    mend: "CREATE OR REPLACE PROCEDURE bank.nightly() BEGIN DELETE FROM bank.account WHERE TRUNCATE(balance, 0) = 0; TRUNCATE bank.account_scratch; END",
  },
  {
    name: `an event with ${name}`,
    plant: `DROP PROCEDURE bank.nightly;\nCREATE EVENT bank.nightly ON SCHEDULE EVERY 1 DAY DO ${body}`,
    findings: [`the event bank.nightly ${finding}`],
    mend: "DROP EVENT bank.nightly",
  },
]);
const SERVER: readonly Trap[] = [
  variable("binlog_format", "'STATEMENT'", "'ROW'", "binlog_format is STATEMENT, not ROW"),
  variable("binlog_format", "'MIXED'", "'ROW'", "binlog_format is MIXED, not ROW"),
  variable("binlog_row_image", "'MINIMAL'", "'FULL'", "binlog_row_image is MINIMAL, not FULL"),
  variable("log_bin_compress", "ON", "OFF", "log_bin_compress is ON, not OFF"),
  variable("wait_timeout", "60", "28800", "wait_timeout is 60, less than 300"),
  variable("interactive_timeout", "299", "300", "interactive_timeout is 299, less than 300"),
  variable("net_read_timeout", "30", "300", "net_read_timeout is 30, less than 300"),
  variable("net_write_timeout", "60", "300", "net_write_timeout is 60, less than 300"),
  variable("max_statement_time", "7200", "0", "max_statement_time is 7200.000000, which ends long loads"),
  variable("idle_transaction_timeout", "9", "0", "idle_transaction_timeout is 9, which ends long loads"),
  variable(
    "init_connect",
    "'SET time_zone = ''Europe/Berlin'''",
    "''",
    "init_connect is SET time_zone = 'Europe/Berlin'",
  ),
  variable("init_connect", "'SET sql_log_bin = 0'", "'SET NAMES utf8mb4'", "init_connect is SET sql_log_bin = 0"),
  variable("sql_mode", "'PAD_CHAR_TO_FULL_LENGTH'", "DEFAULT", "sql_mode is PAD_CHAR_TO_FULL_LENGTH"),
  variable("time_zone", "'+02:00'", "'+00:00'", "time_zone is +02:00, not UTC"),
  variable("read_only", "ON", "OFF", "log_slave_updates is OFF on a replica"),
  variable("replicate_ignore_db", "'bank'", "''", "replicate_ignore_db is bank, not empty"),
];
const right = (grant: string, on: string, finding: string): Trap => ({
  name: `${grant} on ${on}`,
  plant: `GRANT ${grant} ON ${on} TO lake_replication`,
  findings: [`lake_replication has ${finding}`],
  mend: `REVOKE ${grant} ON ${on} FROM lake_replication`,
});
const RIGHTS: readonly Trap[] = [
  right("SELECT", "bank.customer", "SELECT on bank.customer"),
  right("SELECT (id)", "bank.customer", "SELECT on bank.customer.id"),
  right("DELETE", "bank.account", "DELETE on bank.account"),
  right("SELECT", "bank.*", "SELECT on all of bank"),
  right("PROCESS", "*.*", "PROCESS on everything"),
  {
    name: "no right to a table",
    plant: "REVOKE SELECT ON bank.account FROM lake_replication",
    findings: ["lake_replication lacks SELECT on bank.account"],
    mend: "GRANT SELECT ON bank.account TO lake_replication",
  },
  {
    name: "no right to the log",
    plant: "REVOKE REPLICATION SLAVE, BINLOG MONITOR ON *.* FROM lake_replication",
    findings: ["lake_replication lacks REPLICATION SLAVE", "lake_replication lacks REPLICATION CLIENT"],
    mend: "GRANT REPLICATION SLAVE, BINLOG MONITOR ON *.* TO lake_replication",
  },
  {
    name: "a nearer account of the name",
    plant: "CREATE USER lake_replication@'10.%'",
    findings: ["'lake_replication'@'10.%' exists beside it, and is taken where its host fits"],
    mend: "DROP USER lake_replication@'10.%'",
  },
  ...["SUPER", "BINLOG ADMIN"].map((privilege) => ({
    name: `an application with ${privilege}`,
    plant: `CREATE USER application;\nGRANT ${privilege} ON *.* TO application`,
    findings: [`'application'@'%' has ${privilege}, and may set sql_log_bin to 0`],
    mend: `REVOKE ${privilege} ON *.* FROM application;\nDROP USER application`,
  })),
  {
    name: "a log that is kept for a day",
    plant: "CALL mysql.rds_set_configuration('binlog retention hours', 24)",
    findings: ["binlog retention hours is 24, less than 72"],
    mend: "CALL mysql.rds_set_configuration('binlog retention hours', 72)",
  },
];

describe("a MySQL-compatible database", () => {
  it("is ready without a trap", async () => {
    expect(await found()).toEqual([]);
  });

  it.each([...NAMES, ...KEYS, ...TYPES, ...COLUMNS, ...CONDITIONS, ...TABLE, ...PROGRAMS, ...SERVER, ...RIGHTS])(
    "is not ready with $name, and is after the remedy",
    async ({ plant, findings, mend }) => {
      await run(plant);
      expect(await found()).toEqual(findings);
      await run(mend);
      expect(await found()).toEqual([]);
    },
  );

  it("is ready in capitals, where the contract writes them too", async () => {
    await run(
      "REVOKE SELECT ON bank.account FROM lake_replication;\nRENAME TABLE bank.account TO bank.Account;\nALTER TABLE bank.Account RENAME COLUMN national_id TO National_ID",
    );
    const { national_id, ...columns } = ACCOUNT.columns;
    const spelled = {
      ...ACCOUNT,
      nameAtSource: "Account",
      columns: {
        ...columns,
        national_id: { ...first([national_id].flatMap((each) => each ?? [])), nameAtSource: "National_ID" },
      },
    };
    const plan = readinessPlan({ ...first(lending.sources), tables: [spelled, CURRENCY] });
    for (const { sql } of plan.statements) await run(sql.replace(":verifier", `'*${"0".repeat(40)}'`));
    expect(await found(plan)).toEqual([]);
    await run(
      "ALTER TABLE bank.Account RENAME COLUMN National_ID TO NATIONAL_ID;\nREVOKE ALL ON bank.Account FROM lake_replication",
    );
    expect(await found(plan)).toEqual([
      "bank.Account.NATIONAL_ID is spelled otherwise than National_ID",
      "lake_replication lacks SELECT on bank.Account",
    ]);
    await run(
      "ALTER TABLE bank.Account RENAME COLUMN NATIONAL_ID TO national_id;\nRENAME TABLE bank.Account TO bank.account;\nGRANT SELECT ON bank.account TO lake_replication",
    );
  });

  it("is not ready without a log, or in another time zone of its machine", async () => {
    const zone = process.env["TZ"];
    process.env["TZ"] = "Asia/Tokyo";
    const other = await MariaDb.start(["--skip-log-bin"]);
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
    const answers = await findingsOf(PLAN, asDatabase(other.root));
    await other.stop();
    expect(answers).toEqual(
      expect.arrayContaining(["log_bin is OFF, not ON", "system_time_zone is JST, not UTC", "bank.account is missing"]),
    );
  });

  it("of the bank keeps its log for three days, or for ever", async () => {
    await run("SET GLOBAL binlog_expire_logs_seconds = 86400");
    expect(await found(BANK_PLAN)).toEqual([
      "binlog_expire_logs_seconds is 86400, less than 259200",
      "expire_logs_days is 1.000000, less than 3",
    ]);
    const [{ sql } = { sql: "" }] = BANK_PLAN.statements.slice(-1);
    await run(sql);
    expect(await found(BANK_PLAN)).toEqual([]);
    for (const seconds of ["0", "2592000"]) {
      await run(`SET GLOBAL binlog_expire_logs_seconds = ${seconds};\n${sql}`);
      expect(await asDatabase(server.root).query("SELECT @@global.binlog_expire_logs_seconds")).toEqual([seconds]);
    }
  });
});
