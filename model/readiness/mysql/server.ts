import type { TableContract } from "../../landscape/types";
import { literal, literals } from "../literals";
import type { ReadinessQuestion } from "../types";
import { question, VARIABLES } from "./words";

/**
 * What makes the log hold whole rows in a form that AWS DMS reads.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.MySQL.html
 */
const LOG = {
  log_bin: "ON",
  binlog_format: "ROW",
  binlog_row_image: "FULL",
  // MySQL 8: updates of JSON as differences, and transactions as one compressed event. MariaDB: compressed events.
  binlog_row_value_options: "",
  binlog_transaction_compression: "OFF",
  log_bin_compress: "OFF",
};

/** A reader of a cluster has no log, and a replica may leave out what it should take over. */
const WRITER = {
  innodb_read_only: "OFF",
  replicate_do_db: "",
  replicate_do_table: "",
  replicate_ignore_db: "",
  replicate_ignore_table: "",
  replicate_wild_do_table: "",
  replicate_wild_ignore_table: "",
};

/**
 * Seconds that AWS asks for at least.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Troubleshooting.html#CHAP_Troubleshooting.MySQL
 */
export const LEAST_SECONDS = 300;

const LEAST = {
  server_id: 1,
  interactive_timeout: LEAST_SECONDS,
  net_read_timeout: LEAST_SECONDS,
  net_write_timeout: LEAST_SECONDS,
  wait_timeout: LEAST_SECONDS,
};

/** Limits that end a long query or an idle session, in MySQL's words and in MariaDB's. Zero is none. */
const UNLIMITED = [
  "idle_readonly_transaction_timeout",
  "idle_transaction_timeout",
  "max_execution_time",
  "max_statement_time",
];

const rows = (wanted: Readonly<Record<string, string | number>>): string =>
  Object.entries(wanted)
    .map(([name, value]) => `SELECT ${literal(name)} AS name, ${literal(String(value))} AS wanted`)
    .join(" UNION ALL ");

const compared = (wanted: Readonly<Record<string, string | number>>, words: string, differs: string): string =>
  `SELECT CONCAT(w.name, ' is ', v.variable_value, ${words}) AS finding FROM ${VARIABLES} AS v JOIN (${rows(wanted)}) AS w ON LOWER(v.variable_name) = w.name WHERE ${differs}`;

/** Variables that have another value than they must. */
const other = (wanted: Readonly<Record<string, string>>): string =>
  compared(wanted, "', not ', IF(w.wanted = '', 'empty', w.wanted)", "UPPER(v.variable_value) <> w.wanted");

const isVariable = (name: string, value: string): string =>
  `EXISTS (SELECT 1 FROM ${VARIABLES} AS v WHERE LOWER(v.variable_name) = ${literal(name)} AND v.variable_value = ${literal(value)})`;

const UTC = ["UTC", "Etc/UTC", "GMT", "Etc/GMT", "Universal", "Zulu", "+0000", "-0000"];

/** A variable that is no name of UTC. Data APIs take what follows a colon for a parameter, so it is left out of offsets. */
const isElsewhere = (variable: string): string => `REPLACE(${variable}, CHAR(58), '') NOT IN (${literals(UTC)})`;

/** What keeps changes out of the log, or rows out of a session, whoever writes it. */
const SETTERS = "sql_log_bin|binlog_format|binlog_row_image|time_zone|sql_mode";

/** Whether the server's log holds every row, and sessions of DMS live as long as they must. */
export const serverQuestions = (tables: readonly TableContract[]): readonly ReadinessQuestion[] => [
  question(
    "The server logs whole rows",
    [other(LOG)],
    "set the parameters, and reboot the writer: they are static, or hold for new sessions only",
  ),
  question(
    "The server has the changes in a log of its own",
    [
      other(WRITER),
      `SELECT 'log_slave_updates is OFF on a replica' FROM DUAL WHERE (${isVariable("log_slave_updates", "OFF")} OR ${isVariable("log_replica_updates", "OFF")}) AND (${isVariable("read_only", "ON")} OR EXISTS (SELECT 1 FROM information_schema.processlist WHERE user = 'system user' AND command IN ('Connect', 'Query', 'Slave_IO', 'Slave_SQL')))`,
    ],
    "name the writer as the source, or let the replica take over everything and log it (log_slave_updates, log_replica_updates)",
  ),
  question(
    "Sessions of DMS are not ended while they wait",
    [
      compared(
        LEAST,
        "', less than ', w.wanted",
        "CAST(v.variable_value AS DECIMAL(20,6)) < CAST(w.wanted AS DECIMAL(20,6))",
      ),
      compared(
        Object.fromEntries(UNLIMITED.map((name) => [name, 0])),
        "', which ends long loads'",
        "CAST(v.variable_value AS DECIMAL(20,6)) > 0",
      ),
    ],
    "set the parameter: a load of a large table takes longer, and begins anew whenever its session ends",
  ),
  question(
    "New sessions begin as the server's parameters say",
    [
      `SELECT CONCAT('init_connect is ', v.variable_value) AS finding FROM ${VARIABLES} AS v WHERE LOWER(v.variable_name) = 'init_connect' AND LOWER(v.variable_value) REGEXP ${literal(SETTERS)}`,
      `SELECT CONCAT('sql_mode is ', v.variable_value) FROM ${VARIABLES} AS v WHERE LOWER(v.variable_name) = 'sql_mode' AND v.variable_value LIKE '%PAD_CHAR_TO_FULL_LENGTH%'`,
    ],
    "take it out: it holds for the sessions of DMS and of applications, whose rows then differ from those in the log, or never come there",
  ),
  ...(tables.some(hasInstants) ? [ZONE] : []),
];

/** `TIMESTAMP` is kept in UTC and shown in the session's time zone; the log has it as it is kept. */
const ZONE = question(
  "Sessions show moments in UTC",
  [
    `SELECT CONCAT('time_zone is ', @@global.time_zone, ', not UTC') AS finding FROM DUAL WHERE @@global.time_zone <> 'SYSTEM' AND ${isElsewhere("@@global.time_zone")}`,
    `SELECT CONCAT('system_time_zone is ', @@global.system_time_zone, ', not UTC') FROM DUAL WHERE @@global.time_zone = 'SYSTEM' AND ${isElsewhere("@@global.system_time_zone")}`,
  ],
  "set time_zone to UTC, in the configuration too: a load reads TIMESTAMP in the server's time zone, changes have it in UTC",
);

const hasInstants = ({ columns }: TableContract): boolean =>
  Object.values(columns).some(
    ({ type, classification }) => classification !== "forbidden" && /^\s*timestamp/i.test(type),
  );
