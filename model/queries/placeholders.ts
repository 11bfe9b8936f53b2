/** Placeholders of saved queries: `{alias}` for a table, `{alias.column}` for a column. */
import type { SavedQuery } from "../landscape/types";
import { qualified, quoted } from "../sql/identifiers";

const PLACEHOLDER = /\{([^{}]*)\}/g;
const FORM = /^([a-z][a-z0-9_]*)(?:\.([a-z][a-z0-9_]*))?$/;

/** A placeholder of a query. */
export interface Placeholder {
  /** What stands between the braces. */
  readonly text: string;
  readonly alias: string;
  /** Missing when the placeholder stands for the table. */
  readonly column?: string;
}

/** The placeholders of a query in their order; one in another form has the alias `""`. */
export function placeholders(sql: string): readonly Placeholder[] {
  return [...sql.matchAll(PLACEHOLDER)].map(([, text = ""]) => {
    const [, alias = "", column] = FORM.exec(text) ?? [];
    return column === undefined ? { text, alias } : { text, alias, column };
  });
}

/** The SQL without comments and texts, an underscore for each placeholder: what nobody has checked. */
export const unchecked = (sql: string): string =>
  sql
    .replaceAll(PLACEHOLDER, " _ ")
    .replaceAll(/--[^\n]*/g, " ")
    .replaceAll(/'(?:[^']|'')*'/g, " ");

/** Number of values that a query takes. */
export const parameterCount = (sql: string): number => unchecked(sql).split("?").length - 1;

/** Source and table of an alias. */
export function tableOf(query: SavedQuery, alias: string): readonly [source: string, table: string] {
  const [source = "", table = ""] = (query.tables[alias] ?? "").split(".");
  return [source, table];
}

/**
 * A query as Athena takes it. Databases have the sources' names in every consumer account.
 * @param values literals in the place of `?`, in order; without them the `?` stay
 */
export function rendered(query: SavedQuery, values: readonly string[] = []): string {
  const sql = query.sql.replaceAll(PLACEHOLDER, (whole, text: string) => {
    const [placeholder] = placeholders(whole);
    if (placeholder === undefined) return text;
    const { alias, column } = placeholder;
    if (column !== undefined) return `${quoted(alias)}.${quoted(column)}`;
    const [source, table] = tableOf(query, alias);
    return `${qualified(source, table)} AS ${quoted(alias)}`;
  });
  return withValues(sql.trim(), values);
}

/** Puts literals where the parameters are, but not into texts and comments. */
function withValues(sql: string, values: readonly string[]): string {
  let next = 0;
  return sql.replaceAll(/--[^\n]*|'(?:[^']|'')*'|\?/g, (part) => (part === "?" ? (values[next++] ?? part) : part));
}
