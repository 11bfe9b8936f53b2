/**
 * Parts of statements. Names in a landscape are lower-case letters, digits and underscores, so quoting is for reserved
 * words; it holds for any text all the same.
 */
const doubled = (text: string, quote: string): string => `${quote}${text.replaceAll(quote, quote + quote)}${quote}`;

/** A text literal, for both engines; the names that it is made of hold no backslash. */
export const literal = (text: string): string => doubled(text, "'");

/** Text literals, separated by commas. */
export const literals = (texts: readonly string[]): string => texts.map(literal).join(", ");

/** An identifier of MySQL. */
export const mysqlName = (...parts: readonly string[]): string => parts.map((part) => doubled(part, "`")).join(".");

/** An identifier of PostgreSQL. */
export const postgresqlName = (...parts: readonly string[]): string =>
  parts.map((part) => doubled(part, '"')).join(".");
