/** An identifier for Athena's queries: always quoted, so that reserved words such as `transaction` need no list. */
export const quoted = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;
