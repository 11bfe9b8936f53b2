import { type OtherReference, position, type References, type TableReference } from "./parse";
import type { VisibleCatalog } from "./visible";

/** How Athena calls the account's Glue catalog. */
const ATHENA_CATALOG = "awsdatacatalog";

/** A query that names nothing but what a role finds, in the words of the engine. */
export interface Admitted {
  readonly sql: string;
}

/**
 * Lets a query pass that stays within what a role finds in its catalog. Everything else is refused here, before the engine
 * looks a name up: it would find catalogs of other roles, and the sources.
 * @param database where names without a database are looked up; nothing: nowhere
 * @returns the query without Athena's name of the catalog, or an error: what a role may not see does not exist for it. The
 *   words are those of Trino's io.trino.sql.analyzer.StatementAnalyzer, on which Athena engine version 3 is built.
 */
export function admit(
  sql: string,
  { tables, others }: References,
  visible: VisibleCatalog,
  database: string | undefined,
): Admitted | { readonly error: string } {
  const problems = [
    ...others.map((other) => ({ at: other.at, error: unknown(sql, other) })),
    ...tables.flatMap((reference) => {
      const error = missing(sql, reference, visible, database);
      return error === undefined ? [] : [{ at: reference.at, error }];
    }),
  ].toSorted((one, other) => one.at - other.at);
  const [first] = problems;
  return first === undefined ? { sql: withoutCatalog(sql, tables) } : { error: first.error };
}

const unknown = (sql: string, { name, at }: OtherReference): string =>
  `FUNCTION_NOT_FOUND: ${position(sql, at)}: Table function '${name}' not registered`;

function missing(
  sql: string,
  { catalog, database: written, table, at }: TableReference,
  { databases, tables }: VisibleCatalog,
  current: string | undefined,
): string | undefined {
  const where = position(sql, at);
  if (catalog !== "" && catalog.toLowerCase() !== ATHENA_CATALOG) {
    return `CATALOG_NOT_FOUND: ${where}: Catalog '${catalog.toLowerCase()}' does not exist`;
  }
  const database = (written === "" ? current : written)?.toLowerCase();
  const name = table.toLowerCase();
  if (database === undefined) {
    return `MISSING_SCHEMA_NAME: ${where}: Schema must be specified when session schema is not set`;
  }
  if (!databases.includes(database)) return `SCHEMA_NOT_FOUND: ${where}: Schema '${database}' does not exist`;
  const found = tables.some((each) => each.database === database && each.table.name === name);
  return found ? undefined : `TABLE_NOT_FOUND: ${where}: Table '${ATHENA_CATALOG}.${database}.${name}' does not exist`;
}

/** The engine knows the role's catalog by another name. From the end, so that places before stay where they are. */
function withoutCatalog(sql: string, tables: readonly TableReference[]): string {
  return tables
    .filter(({ catalog }) => catalog !== "")
    .toSorted((one, other) => other.at - one.at)
    .reduce((text, { at }) => text.slice(0, at) + text.slice(at).replace(/^(?:"[^"]*"|\w+)\s*\.\s*/, ""), sql);
}
