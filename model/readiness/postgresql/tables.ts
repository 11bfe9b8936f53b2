import type { TableContract } from "../../landscape/types";
import { literal } from "../literals";

/**
 * Tables of contracts that are at the source: `t.number` counts them, `t.key_names` has the columns of the contract's key, sorted
 * and with commas; `c` is each one's row in `pg_class`, `named.label` its name in answers. Nothing in this folder uses what
 * PostgreSQL 13 to 18 do not all have.
 */
export function tablesThere(tables: readonly TableContract[]): string {
  const rows = tables.map(
    ({ schema, name, primaryKey }, number) =>
      `(${number}, ${literal(schema)}, ${literal(name)}, ${literal(primaryKey.toSorted().join(","))})`,
  );
  return [
    `(VALUES ${rows.join(", ")}) AS t (number, schema_name, table_name, key_names)`,
    "JOIN pg_namespace AS n ON n.nspname = t.schema_name",
    "JOIN pg_class AS c ON c.relnamespace = n.oid AND c.relname = t.table_name",
    "CROSS JOIN LATERAL (SELECT concat(t.schema_name, '.', t.table_name) AS label) AS named",
  ].join(" ");
}

/** Whether a column `a` of such a table is part of the contract's key. */
export const IN_KEY = "CAST(a.attname AS text) = ANY (string_to_array(t.key_names, ','))";

/** Names of the key columns of an index `i`, sorted and with commas, without what it only includes. */
export const INDEX_COLUMNS = [
  `(SELECT string_agg(CAST(ia.attname AS text) COLLATE "C", ',' ORDER BY CAST(ia.attname AS text) COLLATE "C")`,
  "FROM unnest(CAST(i.indkey AS int2[])) WITH ORDINALITY AS part (attnum, place)",
  "JOIN pg_attribute AS ia ON ia.attrelid = i.indrelid AND ia.attnum = part.attnum WHERE part.place <= i.indnkeyatts)",
].join(" ");
