/** The page of what readiness asks, made of the plans themselves. */
import { column } from "../../model/contract/column";
import type { EngineFamily } from "../../model/contract/engine";
import { READINESS_CONTROLS } from "../../model/contract/readiness-controls";
import type { TableContract } from "../../model/landscape/types";
import { markdownTable } from "../../model/pages/table";
import { readinessPlan } from "../../model/readiness/plan";
import { deposits } from "../landscape/deposits";
import { lending } from "../landscape/lending";
import { first } from "../support/json";
import { recorded } from "../support/recorded";

const FILE = "docs/readiness.md";
const DAY = { reason: "a trial", owner: "data@bank.example", expires: "2027-03-31" };

const waivers = (family: EngineFamily): NonNullable<TableContract["waivers"]> =>
  READINESS_CONTROLS.filter(({ families }) => families.some((each) => each === family)).map(({ id }) => ({
    control: id,
    ...DAY,
  }));

/** A source of one table, `bank.account`, that has a row condition and accepts whatever a contract can accept. */
function questions(family: EngineFamily) {
  const source = first((family === "mysql" ? lending : deposits).sources);
  const { columns, primaryKey } = first(source.tables);
  const table: TableContract = {
    schema: "bank",
    name: "account",
    description: "",
    columns: { ...columns, segment: column("varchar(10)", "internal", "Segment", { immutable: true }) },
    primaryKey,
    onlyRows: [{ column: "segment", operator: "noteq", value: "test" }],
    waivers: waivers(family),
  };
  const { before, after } = readinessPlan({ ...source, tables: [table] });
  return [...before, ...after];
}

const section = (title: string, family: EngineFamily): readonly string[] => [
  `## ${title}`,
  "",
  ...markdownTable(
    ["what must be true", "if not", "can be accepted as"],
    questions(family).map(({ question, remedy, waiver }) => [
      question,
      remedy,
      waiver === undefined ? "" : `\`${waiver.control}\``,
    ]),
  ),
  "",
];

const expected = [
  "# What readiness asks a database",
  "",
  "Of a cluster of the platform, its `readiness-<source>` stack asks at each deployment; of a database that exists, whoever runs what `npm run readiness`",
  "prints. Here it asks about one table, `bank.account`. An answer names what is found; what can be accepted for a while is in",
  "[sources](sources.md#what-readiness-asks-of-tables). A real MariaDB and a real PostgreSQL answer the questions before and after the remedy",
  "(`npm run test:databases`), but for two whose remedy is a restart: that MariaDB has no log (`log_bin`), or a machine in another time zone",
  "(`system_time_zone`), is found on a server that stays so. `npm run update` writes this page.",
  "",
  ...section("MySQL, MariaDB, Aurora MySQL", "mysql"),
  "What no question can show, and reconciliation finds:",
  "",
  "- filters of the log (`binlog_do_db`, `binlog_ignore_db`), which are in `SHOW MASTER STATUS` alone, from 8.4 on `SHOW BINARY LOG STATUS`;",
  "- what an administrator does in a session with `sql_log_bin = 0`, `TRUNCATE`, or `ALTER TABLE ... IMPORT TABLESPACE`;",
  "- a zero date that an application writes: DMS records it as no value.",
  "",
  "Triggers need no question: in a log of rows, what they change is logged as rows too.",
  "",
  "`TIMESTAMP` is the one type with a time zone. DMS has a setting for servers elsewhere (`serverTimezone`); the platform does not use it, because names of",
  "zones with summer time make two moments of one hour a year the same. `DATETIME` is copied as it is written.",
  "",
  ...section("PostgreSQL, Aurora PostgreSQL", "postgresql"),
  "A value that lies outside of its row (TOAST) is not in the log when an update leaves it alone. AWS's guide does not mention it; users report that DMS delivers NULL,",
  "and the merge would write that NULL. So readiness gives `REPLICA IDENTITY FULL` to every table that may have such values: the log then has the old value. It costs",
  "log with each update; a waiver of `readiness-large-values` keeps it away ([why](decisions/0108-values-outside-of-rows.md)).",
  "",
  "The log is read as text (`test_decoding`), which is as its session shows it: the replication user has time zone, forms and limits of its own in the database,",
  "which go before those of the database and of the server.",
  "",
  "No question is needed for what the log has in any case: stored generated columns, rows that triggers and cascades change, sessions with another",
  "`session_replication_role`. Publications do not matter, for `test_decoding` reads none.",
  "",
  "What no question can show, and reconciliation finds: `TRUNCATE`, which DMS does not follow, and a partition that is attached or detached with its rows.",
  "",
].join("\n");

test("the page of readiness says what the plans ask; else `npm run update`", () => {
  expect(recorded(FILE, expected)).toBe(expected);
});
