import { literal } from "../literals";
import type { ReadinessQuestion } from "../types";

/** A setting as a number in its own unit, such as milliseconds; 0 where a version lacks it. */
const number = (name: string): string =>
  `(SELECT COALESCE(max(CAST(s.setting AS bigint)), 0) FROM pg_settings AS s WHERE s.name = ${literal(name)})`;

const OURS = (database: string): string =>
  `EXISTS (SELECT FROM pg_replication_slots WHERE database = ${literal(database)})`;

/** Whether the server writes a log that DMS can read, and lets it. */
export const logs = (database: string): readonly ReadinessQuestion[] => [
  {
    question: "The server logs changes for logical replication",
    sql: [
      "SELECT concat('wal_level is ', current_setting('wal_level'), ', not logical') AS finding WHERE current_setting('wal_level') <> 'logical'",
      `SELECT 'no replication slot is free' WHERE (SELECT count(*) FROM pg_replication_slots) >= ${number("max_replication_slots")} AND NOT ${OURS(database)}`,
      `SELECT 'no WAL sender is free' WHERE (SELECT count(*) FROM pg_stat_replication) >= ${number("max_wal_senders")} AND NOT ${OURS(database)}`,
    ].join(" UNION ALL "),
    remedy:
      "set rds.logical_replication (wal_level), max_replication_slots and max_wal_senders, and reboot the writer: they are static",
  },
  {
    question: "The server is the writer",
    sql: "SELECT 'the server is a standby or a reader, whose slots go with it' AS finding WHERE pg_is_in_recovery()",
    remedy: "name the writer, or the cluster's endpoint, as the host",
  },
  {
    question: "A session of DMS is neither cut nor left behind",
    sql: `SELECT concat('wal_sender_timeout is ', current_setting('wal_sender_timeout')) AS finding WHERE ${number("wal_sender_timeout")} BETWEEN 1 AND 9999 OR ${number("wal_sender_timeout")} > 300000`,
    remedy:
      "set it to 60s: DMS needs 10 seconds, and a session that has died should not keep its slot for more than 5 minutes",
  },
  {
    question: "The database knows which characters its bytes are",
    sql: "SELECT 'the database is encoded as SQL_ASCII, so nobody knows which characters its bytes are' AS finding WHERE current_setting('server_encoding') = 'SQL_ASCII'",
    remedy: "restore it into a database that is made with ENCODING 'UTF8'",
  },
  {
    question: "A replication slot can be made",
    sql: "SELECT concat('the prepared transaction ', p.gid, ' has been open since ', to_char(p.prepared AT TIME ZONE 'UTC', 'YYYY-MM-DD'), ', and a new slot waits for it') AS finding FROM pg_prepared_xacts AS p WHERE p.prepared < now() - INTERVAL '10 minutes' ORDER BY 1",
    remedy: "run COMMIT PREPARED or ROLLBACK PREPARED",
  },
];

/**
 * Limits at which the server gives up a slot: the task then fails, and its tables are loaded again.
 * https://www.postgresql.org/docs/18/runtime-config-replication.html
 */
export const slotRetention: ReadinessQuestion = {
  question: "The server keeps its log for as long as a task stands still",
  sql: ["max_slot_wal_keep_size", "idle_replication_slot_timeout"]
    .map(
      (name) =>
        `SELECT concat(s.name, ' is ', current_setting(s.name), ', so a slot that is further behind is given up, and everything must be loaded again') AS finding FROM pg_settings AS s WHERE s.name = ${literal(name)} AND CAST(s.setting AS bigint) > ${name.startsWith("max") ? -1 : 0}`,
    )
    .join(" UNION ALL "),
  remedy:
    "set max_slot_wal_keep_size to -1 and idle_replication_slot_timeout to 0, and watch the disk by an alarm instead",
};
