import type { TableContract } from "../../landscape/types";
import { literal, literals, postgresqlName } from "../literals";
import type { ReadinessQuestion } from "../types";
import { INDEX_COLUMNS } from "./tables";

/** Whether a table is there, with the columns and the key of its contract, spelled as there: DMS tells letters of different case apart. */
export function shape({ schema, name, columns, primaryKey }: TableContract): ReadinessQuestion {
  const table = `${schema}.${name}`;
  const oid = `to_regclass(${literal(postgresqlName(schema, name))})`;
  const attributes = `FROM pg_attribute AS a WHERE a.attrelid = ${oid} AND a.attnum > 0 AND NOT a.attisdropped`;
  const names = Object.keys(columns);
  const key = primaryKey.toSorted().join(",");
  const wanted = names.map((column) => `(${literal(column)})`).join(", ");
  const other = `SELECT string_agg(format('%I.%I', n.nspname, c.relname), ' and ' ORDER BY 1) FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE lower(n.nspname) = ${literal(schema.toLowerCase())} AND lower(c.relname) = ${literal(name.toLowerCase())} AND c.relkind <> 'i'`;
  const spelled = `SELECT string_agg(format('%I', a.attname), ' and ') ${attributes} AND lower(a.attname) = lower(wanted.name)`;
  return {
    question: `${table} is as its contract says`,
    sql: [
      `SELECT concat(${literal(`${table} is missing`)}, (SELECT concat(', but there is ', found.names) FROM (${other}) AS found (names) WHERE found.names IS NOT NULL)) AS finding WHERE ${oid} IS NULL`,
      `SELECT concat(${literal(`${table}.`)}, wanted.name, ' is missing', (SELECT concat(', but there is ', found.names) FROM (${spelled}) AS found (names) WHERE found.names IS NOT NULL)) FROM (VALUES ${wanted}) AS wanted (name) WHERE ${oid} IS NOT NULL AND wanted.name NOT IN (SELECT CAST(a.attname AS text) ${attributes})`,
      `SELECT concat(${literal(`${table}.`)}, CASE WHEN a.attname = lower(a.attname) THEN CAST(a.attname AS text) ELSE format('%I', a.attname) END, ' is in no contract') ${attributes} AND CAST(a.attname AS text) NOT IN (${literals(names)}) AND NOT EXISTS (SELECT FROM (VALUES ${wanted}) AS wanted (name) WHERE lower(wanted.name) = lower(a.attname) AND NOT EXISTS (SELECT FROM pg_attribute AS b WHERE b.attrelid = a.attrelid AND b.attname = wanted.name AND NOT b.attisdropped))`,
      `SELECT concat(${literal(`${table} has the key (`)}, k.names, ${literal(`), not (${key})`)}) FROM (SELECT max(${INDEX_COLUMNS}) AS names FROM pg_index AS i WHERE i.indrelid = ${oid} AND i.indisprimary) AS k WHERE ${oid} IS NOT NULL AND coalesce(k.names, '') <> ${literal(key)}`,
    ].join(" UNION ALL "),
    remedy:
      "change the table or its contract, where `nameAtSource` is how the database spells a table or column; classify every column, for DMS copies each one that is not forbidden",
  };
}
