import { REPLICATION_USER } from "../../names";
import { literal, postgresqlName } from "../literals";
import type { ReadinessQuestion, ReadinessStatement } from "../types";

interface Setting {
  readonly name: string;
  readonly value: string;
  /** What sessions of DMS have by it. */
  readonly purpose: string;
}

const endless = (name: string): Setting => ({ name, value: "0", purpose: `do not end by ${name}` });

/** What a text of a value depends on: `test_decoding` writes values as the session shows them. */
const shows = (name: string, value: string): Setting => ({ name, value, purpose: `show values with ${name} ${value}` });

/** https://www.postgresql.org/docs/15/runtime-config-client.html; each has the first version that all servers here do not have. */
const SETTINGS: readonly (Setting & { readonly since?: number })[] = [
  endless("idle_in_transaction_session_timeout"),
  { ...endless("idle_session_timeout"), since: 14 },
  endless("lock_timeout"),
  endless("statement_timeout"),
  { ...endless("transaction_timeout"), since: 17 },
  shows("bytea_output", "hex"),
  shows("client_encoding", "UTF8"),
  shows("DateStyle", "ISO, MDY"),
  shows("extra_float_digits", "1"),
  shows("IntervalStyle", "postgres"),
  shows("TimeZone", "UTC"),
  { name: "default_transaction_read_only", value: "off", purpose: "may write the heartbeat" },
];

/**
 * Settings of the user in its database, which go before those of the user, the database and the server.
 * https://www.postgresql.org/docs/15/sql-alterrole.html
 */
export const sessionStatements = (database: string): readonly ReadinessStatement[] =>
  SETTINGS.map(({ name, value, purpose, since }) => {
    const set = `ALTER ROLE ${REPLICATION_USER} IN DATABASE ${postgresqlName(database)} SET ${name} = ${literal(value)}`;
    return {
      purpose: `Its sessions ${purpose}`,
      sql:
        since === undefined
          ? set
          : `DO $since$ BEGIN IF current_setting('server_version_num') >= '${since}0000' THEN ${set}; END IF; END $since$`,
    };
  });

/** Whether the settings are there, wherever a version has them. */
export const sessions = (database: string): ReadinessQuestion => ({
  question: "Sessions of the replication user neither end by a limit nor show values in another way",
  sql: [
    `SELECT concat('sessions of ${REPLICATION_USER} have no ', wanted.name, ' = ', wanted.value, ' of their own') AS finding`,
    `FROM (VALUES ${SETTINGS.map(({ name, value }) => `(${literal(name)}, ${literal(value)})`).join(", ")}) AS wanted (name, value)`,
    "JOIN pg_settings AS s ON s.name = wanted.name",
    "WHERE NOT EXISTS (SELECT FROM pg_db_role_setting AS rs JOIN pg_roles AS r ON r.oid = rs.setrole JOIN pg_database AS d ON d.oid = rs.setdatabase",
    `WHERE r.rolname = ${literal(REPLICATION_USER)} AND d.datname = ${literal(database)} AND concat(wanted.name, '=', wanted.value) = ANY (rs.setconfig))`,
    "ORDER BY 1",
  ].join(" "),
  remedy: `run ALTER ROLE ${REPLICATION_USER} IN DATABASE ... SET ... again`,
});
