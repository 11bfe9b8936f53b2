import { position, type References } from "./parse";

const MISSING_COLUMN = [
  /Referenced column "([^"]+)" not found/,
  /(?:Table|Values list) "[^"]+" does not have a column named "([^"]+)"/,
  /Referenced table "([^"]+)" not found/,
];

/**
 * An error of the engine as Athena words it, where it is about a column: one that a role may not read is missing as one
 * that is not there, and the words leave open which. Trino's own end at "cannot be resolved"; what follows is in the
 * StateChangeReason of Athena engine version 3. Other errors keep the engine's words.
 */
export function asAthena(message: string, sql: string, { columns }: References): string {
  for (const pattern of MISSING_COLUMN) {
    const name = pattern.exec(message)?.[1]?.toLowerCase();
    if (name === undefined) continue;
    const uses = columns.filter(({ names }) => names.some((each) => each.toLowerCase() === name));
    const [first] = uses.toSorted((one, other) => one.at - other.at);
    const written = (first?.names ?? [name]).join(".").toLowerCase();
    const where = position(sql, first?.at ?? 0);
    return `COLUMN_NOT_FOUND: ${where}: Column '${written}' cannot be resolved or requester is not authorized to access requested resources`;
  }
  return `GENERIC_USER_ERROR: ${(message.split("\n", 1)[0] ?? message).replace(/^Error: /, "")}`;
}
