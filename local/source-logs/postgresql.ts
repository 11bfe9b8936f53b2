import type { BankChange, BankColumn, BankDatabase, BankTable, BankTransaction } from "../source-systems";
import { type DecodedChange, readLine, type Tuple, UNCHANGED } from "./test-decoding";

const MICROSECONDS = 1000n;

/** `2026-01-31 12:00:00.123456+00` in microseconds since 1970. */
function momentOf(text: string): bigint {
  const [, seconds = "", fraction = ""] = /^(.+?)(?:\.(\d+))?\+00$/.exec(text) ?? [];
  const milliseconds = Date.parse(`${seconds.replace(" ", "T")}Z`);
  if (Number.isNaN(milliseconds)) throw new Error(`the log must be read in UTC: ${text}`);
  return BigInt(milliseconds) * MICROSECONDS + BigInt(fraction.padEnd(6, "0"));
}

/** A value as `BankRow` has it. */
export function bankValue({ type }: BankColumn, printed: string): string {
  if (/^bytea$/i.test(type)) return printed.replace(/^\\x/, "");
  return /^timestamp.*(?:tz|with time zone)/i.test(type) ? printed.replace(/\+00$/, "") : printed;
}

const valueOf = (column: BankColumn, tuple: Tuple | undefined): string | null => {
  const found = tuple?.get(column.name);
  return typeof found === "string" ? bankValue(column, found) : null;
};

/** Whether an update says that the key was another one before. */
const movesKey = ({ primaryKey }: BankTable, { before, after }: DecodedChange): boolean =>
  before !== undefined && primaryKey.some((name) => before.has(name) && before.get(name) !== after?.get(name));

/**
 * What DMS makes of a change: nothing of a key that changes, as AWS says, and nothing of a deletion without a row.
 * A large value that an update left alone is taken from the old row where the log has it, and is else empty.
 */
function changeOf(table: BankTable, change: DecodedChange): BankChange | undefined {
  const { kind, before, after } = change;
  if (kind === "U" && movesKey(table, change)) return undefined;
  const tuple = kind === "D" ? before : after;
  if (tuple === undefined) return undefined;
  const row = table.columns.map((column) => valueOf(column, tuple.get(column.name) === UNCHANGED ? before : tuple));
  return { table, operation: kind, row };
}

/**
 * Commits as the log has them, read through `test_decoding` with `include-timestamp` in a session in UTC.
 * @throws Error for a line that is none
 */
export function postgresqlTransactions(database: BankDatabase, lines: readonly string[]): readonly BankTransaction[] {
  const transactions: BankTransaction[] = [];
  let changes: BankChange[] = [];
  for (const line of lines.map(readLine)) {
    if (line.kind === "begin") changes = [];
    else if (line.kind === "commit") {
      if (changes.length > 0) transactions.push({ database, committed: momentOf(line.at), changes });
    } else if (line.kind !== "truncate") {
      const table = database.tables.find(({ schema, name }) => schema === line.schema && name === line.table);
      const change = table === undefined ? undefined : changeOf(table, line);
      if (change !== undefined) changes.push(change);
    }
  }
  return transactions;
}
