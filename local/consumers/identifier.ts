/** A name as Trino and DuckDB quote it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
