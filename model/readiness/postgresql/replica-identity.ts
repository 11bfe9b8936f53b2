import type { AskOf } from "../of-tables";
import { INDEX_COLUMNS, tablesThere } from "./tables";

/**
 * What the log says of a row that was: without it updates and deletions are lost, and with an index that is not the key they name
 * no row of the lake. https://www.postgresql.org/docs/15/sql-altertable.html#SQL-ALTERTABLE-REPLICA-IDENTITY
 */
export const replicaIdentity: AskOf = (tables) => ({
  question: "The log names the row of each update and deletion by its key",
  sql: [
    "SELECT concat(named.label, ' has replica identity ', CASE c.relreplident WHEN 'n' THEN 'NOTHING' ELSE concat('USING INDEX over (', identity.columns, ')') END,",
    "', so its updates and deletions do not name their row by (', t.key_names, ')') AS finding",
    `FROM ${tablesThere(tables)}`,
    `LEFT JOIN LATERAL (SELECT ${INDEX_COLUMNS} AS columns FROM pg_index AS i WHERE i.indrelid = c.oid AND i.indisreplident AND i.indisvalid) AS identity ON true`,
    "WHERE c.relkind = 'r' AND (c.relreplident = 'n' OR c.relreplident = 'i' AND identity.columns IS DISTINCT FROM t.key_names)",
    "ORDER BY 1",
  ].join(" "),
  remedy: "run ALTER TABLE ... REPLICA IDENTITY DEFAULT, which is the primary key, or FULL",
});

/** Deletions by a deferrable key are decoded without a row; whole rows make up for it. */
export const deferrableKey: AskOf = (tables) => ({
  question: "No primary key is deferrable",
  sql: [
    "SELECT concat(named.label, ' has a deferrable primary key, by which the log names no row') AS finding",
    `FROM ${tablesThere(tables)}`,
    "JOIN pg_index AS i ON i.indrelid = c.oid AND i.indisprimary AND NOT i.indimmediate",
    "WHERE c.relreplident = 'd' ORDER BY 1",
  ].join(" "),
  remedy:
    "make it NOT DEFERRABLE: drop the constraint and add the primary key again; or run ALTER TABLE ... REPLICA IDENTITY FULL",
});
