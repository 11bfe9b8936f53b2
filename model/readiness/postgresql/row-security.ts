import { REPLICATION_USER } from "../../names";
import { literal } from "../literals";
import type { AskOf } from "../of-tables";
import { tablesThere } from "./tables";

/** Whether a policy `p` holds for the replication user `r` when it reads. */
const HOLDS =
  "p.polcmd IN ('r', '*') AND EXISTS (SELECT FROM unnest(p.polroles) AS of_role (oid) WHERE of_role.oid = 0 OR pg_has_role(r.oid, of_role.oid, 'USAGE'))";

/**
 * Row security that may hide rows: the load would leave them out, and nobody would hear of it. It does not hold for a user that
 * bypasses it, nor for the owner of a table unless it is forced; and a policy of `true` shows everything, unless a restrictive
 * one is beside it. https://www.postgresql.org/docs/15/ddl-rowsecurity.html
 */
export const rowSecurity: AskOf = (tables) => ({
  question: "The replication user sees every row",
  sql: [
    "SELECT concat(named.label, ' has row level security, which may hide rows from the replication user') AS finding",
    `FROM ${tablesThere(tables)}`,
    `JOIN pg_roles AS r ON r.rolname = ${literal(REPLICATION_USER)}`,
    "WHERE c.relrowsecurity AND NOT r.rolsuper AND NOT r.rolbypassrls",
    "AND NOT (pg_has_role(r.oid, c.relowner, 'USAGE') AND NOT c.relforcerowsecurity)",
    `AND (NOT EXISTS (SELECT FROM pg_policy AS p WHERE p.polrelid = c.oid AND p.polpermissive AND ${HOLDS} AND pg_get_expr(p.polqual, p.polrelid) = 'true')`,
    `OR EXISTS (SELECT FROM pg_policy AS p WHERE p.polrelid = c.oid AND NOT p.polpermissive AND ${HOLDS} AND pg_get_expr(p.polqual, p.polrelid) <> 'true'))`,
    "ORDER BY 1",
  ].join(" "),
  remedy: `write CREATE POLICY ${REPLICATION_USER} ON it FOR SELECT TO ${REPLICATION_USER} USING (true), and keep restrictive policies to other roles; or ALTER ROLE ${REPLICATION_USER} BYPASSRLS`,
});
