import type { TableContract } from "../../landscape/types";
import { literal } from "../literals";

/**
 * Tables of contracts that are at the source: `c` is each one's row in `pg_class`, `label` its name in answers. Nothing here
 * uses what PostgreSQL 13 to 18 do not all have.
 */
export function tablesThere(tables: readonly TableContract[]): string {
  const rows = tables.map(({ schema, name }) => `(${literal(schema)}, ${literal(name)})`).join(", ");
  return [
    `(VALUES ${rows}) AS t (schema_name, table_name)`,
    "JOIN pg_namespace AS n ON n.nspname = t.schema_name",
    "JOIN pg_class AS c ON c.relnamespace = n.oid AND c.relname = t.table_name",
    "CROSS JOIN LATERAL (SELECT concat(t.schema_name, '.', t.table_name) AS label) AS named",
  ].join(" ");
}
