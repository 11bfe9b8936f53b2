const LITERAL = String.raw`('(?:[^']|'')*'|[^\s,()]+)`;

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/**
 * The literals that stand in a text where a statement has question marks.
 * @returns nothing when the text is another statement
 */
export function exampleValues(statement: string, filled: string): readonly string[] | undefined {
  const parts = statement.split(/('(?:[^']|'')*'|--[^\n]*|\?)/);
  const pattern = parts.map((part) => (part === "?" ? LITERAL : escaped(part))).join("");
  return new RegExp(`^${pattern}$`).exec(filled)?.slice(1);
}
