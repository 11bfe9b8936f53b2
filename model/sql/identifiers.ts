/** An identifier for Athena's queries: always quoted, so that reserved words such as `transaction` need no list. */
export const quoted = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;

/** A table for Athena's queries. */
export const qualified = (database: string, table: string): string => `${quoted(database)}.${quoted(table)}`;
