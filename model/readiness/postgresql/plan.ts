import { needsFullReplicaIdentity } from "../../contract/row-filter";
import type { Source, TableContract } from "../../landscape/types";
import { REPLICATION_USER } from "../../names";
import { HEARTBEAT_SCHEMA } from "../../replication/heartbeat";
import { literal, literals, postgresqlName } from "../literals";
import { ofTables } from "../of-tables";
import type { Operator, ReadinessPlan, ReadinessQuestion, ReadinessStatement } from "../types";
import { rowSecurity } from "./row-security";

/**
 * PostgreSQL and Aurora PostgreSQL. A user without `rds_superuser` is enough since DMS captures no DDL here.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.PostgreSQL.html
 */
export function postgresqlPlan({ database, tables }: Source, operator: Operator): ReadinessPlan {
  const schemas = [...new Set(tables.map(({ schema }) => schema))];
  return {
    family: "postgresql",
    before: [logs(database), ...tables.map(question)],
    statements: [
      ...LOGIN,
      {
        purpose: "It may read the write-ahead log",
        sql:
          operator === "aws"
            ? `GRANT rds_replication TO ${REPLICATION_USER}`
            : `ALTER ROLE ${REPLICATION_USER} WITH REPLICATION`,
      },
      ...["idle_in_transaction_session_timeout", "statement_timeout"].map((timeout) => ({
        purpose: `Its sessions do not end by ${timeout}`,
        sql: `ALTER ROLE ${REPLICATION_USER} SET ${timeout} = 0`,
      })),
      {
        purpose: "It may connect",
        sql: `GRANT CONNECT ON DATABASE ${postgresqlName(database)} TO ${REPLICATION_USER}`,
      },
      { purpose: "There is a place for its heartbeat", sql: `CREATE SCHEMA IF NOT EXISTS ${HEARTBEAT_SCHEMA}` },
      {
        purpose: "It may write the heartbeat",
        sql: `GRANT USAGE, CREATE ON SCHEMA ${HEARTBEAT_SCHEMA} TO ${REPLICATION_USER}`,
      },
      ...schemas.map((schema) => ({
        purpose: `It may look into ${schema}`,
        sql: `GRANT USAGE ON SCHEMA ${postgresqlName(schema)} TO ${REPLICATION_USER}`,
      })),
      ...tables.map(({ schema, name }) => ({
        purpose: `It may read ${schema}.${name}`,
        sql: `GRANT SELECT ON TABLE ${postgresqlName(schema, name)} TO ${REPLICATION_USER}`,
      })),
      ...tables.filter(needsFullReplicaIdentity).map(({ schema, name }) => ({
        purpose: `Deletes in ${schema}.${name} carry the columns that its conditions need`,
        sql: `ALTER TABLE ${postgresqlName(schema, name)} REPLICA IDENTITY FULL`,
      })),
    ],
    after: [rights(tables), ...ofTables("readiness-row-security", tables, rowSecurity)],
  };
}

/**
 * The password's verifier is a parameter of a query and never part of a statement, so no log can hold it. `true` keeps it
 * to the transaction that all statements run in.
 * https://www.postgresql.org/docs/16/functions-admin.html#FUNCTIONS-ADMIN-SET
 */
const LOGIN: readonly ReadinessStatement[] = [
  {
    purpose: "The session knows what to verify the password of the secret by",
    sql: "SELECT set_config('lake.verifier', :verifier, true)",
  },
  {
    purpose: "The replication user exists and has that password",
    sql: [
      "DO $user$",
      "BEGIN",
      `  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = ${literal(REPLICATION_USER)}) THEN`,
      `    CREATE ROLE ${REPLICATION_USER};`,
      "  END IF;",
      `  EXECUTE format('ALTER ROLE ${REPLICATION_USER} WITH LOGIN PASSWORD %L', current_setting('lake.verifier'));`,
      "END",
      "$user$",
    ].join("\n"),
  },
];

const logs = (database: string): ReadinessQuestion => ({
  question: "The server logs changes for logical replication",
  sql: [
    "SELECT concat('wal_level is ', current_setting('wal_level'), ', not logical') AS finding WHERE current_setting('wal_level') <> 'logical'",
    `SELECT 'no replication slot is free' WHERE (SELECT count(*) FROM pg_replication_slots) >= CAST(current_setting('max_replication_slots') AS integer) AND NOT EXISTS (SELECT FROM pg_replication_slots WHERE database = ${literal(database)})`,
  ].join(" UNION ALL "),
  remedy: "set rds.logical_replication (wal_level) and max_replication_slots, and reboot the writer: they are static",
});

/** Whether a table is there, with the columns and the key of its contract. */
function question({ schema, name, columns, primaryKey }: TableContract): ReadinessQuestion {
  const table = `${schema}.${name}`;
  const oid = `to_regclass(${literal(postgresqlName(schema, name))})`;
  const attributes = `FROM pg_attribute AS a WHERE a.attrelid = ${oid} AND a.attnum > 0 AND NOT a.attisdropped`;
  const names = Object.keys(columns);
  const key = primaryKey.toSorted().join(",");
  const wanted = names.map((column) => `(${literal(column)})`).join(", ");
  const actual = 'CAST(a.attname AS text) COLLATE "C"';
  return {
    question: `${table} is as its contract says`,
    sql: [
      `SELECT ${literal(`${table} is missing`)} AS finding WHERE ${oid} IS NULL`,
      `SELECT ${literal(`${table} is no plain table, and DMS reads neither views nor partitioned parents`)} FROM pg_class WHERE oid = ${oid} AND relkind <> 'r'`,
      `SELECT concat(${literal(`${table}.`)}, wanted.name, ' is missing') FROM (VALUES ${wanted}) AS wanted (name) WHERE ${oid} IS NOT NULL AND wanted.name NOT IN (SELECT CAST(a.attname AS text) ${attributes})`,
      `SELECT concat(${literal(`${table}.`)}, a.attname, ' is in no contract') ${attributes} AND CAST(a.attname AS text) NOT IN (${literals(names)})`,
      `SELECT concat(${literal(`${table} has the key (`)}, k.names, ${literal(`), not (${key})`)}) FROM (SELECT string_agg(${actual}, ',' ORDER BY ${actual}) AS names FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) WHERE i.indrelid = ${oid} AND i.indisprimary) AS k WHERE ${oid} IS NOT NULL AND coalesce(k.names, '') <> ${literal(key)}`,
    ].join(" UNION ALL "),
    remedy: "change the table or its contract; classify every column, for DMS copies each one that is not forbidden",
  };
}

/** Whether the user may do more than the contracts need, for example read a table that has left them. */
function rights(tables: readonly TableContract[]): ReadinessQuestion {
  const contracted = literals(tables.map(({ schema, name }) => `${schema}.${name}`));
  return {
    question: "The replication user may do nothing else",
    sql: `SELECT concat(${literal(`${REPLICATION_USER} has `)}, g.privilege_type, ' on ', n.nspname, '.', c.relname) AS finding FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace CROSS JOIN LATERAL aclexplode(c.relacl) AS g JOIN pg_roles AS r ON r.oid = g.grantee WHERE r.rolname = ${literal(REPLICATION_USER)} AND n.nspname <> ${literal(HEARTBEAT_SCHEMA)} AND NOT (g.privilege_type = 'SELECT' AND concat(n.nspname, '.', c.relname) IN (${contracted}))`,
    remedy: "revoke it",
  };
}
