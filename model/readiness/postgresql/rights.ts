import type { TableContract } from "../../landscape/types";
import { REPLICATION_USER } from "../../names";
import { HEARTBEAT_SCHEMA } from "../../replication/heartbeat";
import { literal, literals } from "../literals";
import type { AskOf } from "../of-tables";
import type { ReadinessQuestion } from "../types";
import { tablesThere } from "./tables";

const USER = `(SELECT r.oid FROM pg_roles AS r WHERE r.rolname = ${literal(REPLICATION_USER)})`;

/** A grant by somebody who may not give it is a warning, and then there is none. */
export const canRead: AskOf = (tables) => ({
  question: "The replication user may read every table",
  sql: [
    `SELECT concat(${literal(`${REPLICATION_USER} may not read `)}, named.label) AS finding FROM ${tablesThere(tables)}`,
    `WHERE NOT (has_schema_privilege(${USER}, n.oid, 'USAGE') AND has_table_privilege(${USER}, c.oid, 'SELECT')) ORDER BY 1`,
  ].join(" "),
  remedy: "grant it as the owner of schema and table, or as a member of that role",
});

/** Whether the user may read the log and write its heartbeat. */
export const canReplicate: ReadinessQuestion = {
  question: "The replication user may read the log and write its heartbeat",
  sql: [
    `SELECT concat(r.rolname, ' may not read the write-ahead log') AS finding FROM pg_roles AS r WHERE r.oid = ${USER} AND NOT r.rolreplication AND NOT r.rolsuper AND NOT EXISTS (SELECT FROM pg_roles AS g WHERE g.rolname = 'rds_replication' AND pg_has_role(r.oid, g.oid, 'MEMBER'))`,
    `SELECT concat(r.rolname, ' may not write its heartbeat') FROM pg_roles AS r JOIN pg_namespace AS h ON h.nspname = ${literal(HEARTBEAT_SCHEMA)} WHERE r.oid = ${USER} AND NOT (has_schema_privilege(r.oid, h.oid, 'USAGE') AND has_schema_privilege(r.oid, h.oid, 'CREATE'))`,
  ].join(" UNION ALL "),
  remedy: "run the statements as a role that may give it",
};

/** Whether the user may do more than the contracts need, for example read a table that has left them. */
export function rights(tables: readonly TableContract[]): ReadinessQuestion {
  const contracted = literals(tables.map(({ schema, name }) => `${schema}.${name}`));
  const other = `n.nspname <> ${literal(HEARTBEAT_SCHEMA)} AND NOT (g.privilege_type = 'SELECT' AND concat(n.nspname, '.', c.relname) IN (${contracted}))`;
  const relation = "pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace";
  const has = literal(`${REPLICATION_USER} has `);
  return {
    question: "The replication user may do nothing else",
    sql: [
      `SELECT concat(${has}, g.privilege_type, ' on ', n.nspname, '.', c.relname) AS finding FROM ${relation} CROSS JOIN LATERAL aclexplode(c.relacl) AS g WHERE g.grantee = ${USER} AND ${other}`,
      `SELECT concat(${has}, g.privilege_type, ' on ', n.nspname, '.', c.relname, '.', a.attname) FROM ${relation} JOIN pg_attribute AS a ON a.attrelid = c.oid CROSS JOIN LATERAL aclexplode(a.attacl) AS g WHERE g.grantee = ${USER} AND ${other}`,
      `SELECT concat(${has}, 'the rights of ', m.rolname) FROM pg_auth_members AS am JOIN pg_roles AS m ON m.oid = am.roleid WHERE am.member = ${USER} AND m.rolname <> 'rds_replication'`,
      `SELECT concat(r.rolname, ' is ', more.name) FROM pg_roles AS r CROSS JOIN LATERAL (VALUES ('SUPERUSER', r.rolsuper), ('CREATEROLE', r.rolcreaterole), ('CREATEDB', r.rolcreatedb)) AS more (name, has) WHERE r.oid = ${USER} AND more.has`,
    ].join(" UNION ALL "),
    remedy: "revoke it",
  };
}
