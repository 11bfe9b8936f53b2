/** A name as DuckDB and Trino quote it. */
export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A table by its database's name and its own. */
export const tableName = (database: string, table: string): string => `${quotedName(database)}.${quotedName(table)}`;

/** A text as DuckDB and Trino quote it. */
export const textLiteral = (value: string): string => `'${value.replaceAll("'", "''")}'`;
