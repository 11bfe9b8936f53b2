import type { BankChange, BankColumn, BankDatabase, BankTable, BankTransaction } from "../source-systems";

/** A row of a binary log, by column. */
export type LoggedRow = Readonly<Record<string, unknown>>;

/** What a binary log says in the row format, in its order. */
export type LoggedEvent =
  | {
      readonly kind: "D" | "I";
      readonly schema: string;
      readonly table: string;
      readonly rows: readonly LoggedRow[];
    }
  | {
      readonly kind: "U";
      readonly schema: string;
      readonly table: string;
      readonly rows: readonly { readonly before: LoggedRow; readonly after: LoggedRow }[];
    }
  /** `at`: seconds since 1970, which is all that the log knows. */
  | { readonly kind: "commit"; readonly at: number };

const hexadecimal = (bytes: Buffer): string => bytes.toString("hex");

/** A value as `BankRow` has it; a label that the column does not have is an empty text. */
function bankValue({ type }: BankColumn, value: unknown): string | null {
  if (value === null) return null;
  if (value === undefined) return "";
  if (typeof value === "string") return value;
  if (!Buffer.isBuffer(value)) return JSON.stringify(value);
  if (/^bit\b/i.test(type)) return BigInt(`0x${hexadecimal(value)}`).toString();
  // The log has no zeros at the end of a fixed length; readers may have put them back.
  return /^binary\b/i.test(type) ? hexadecimal(value).replace(/(?:00)+$/, "") : hexadecimal(value);
}

const changeOf = (table: BankTable, operation: BankChange["operation"], row: LoggedRow): BankChange => ({
  table,
  operation,
  row: table.columns.map((column) => (column.name in row ? bankValue(column, row[column.name]) : null)),
});

/** Whether a row has its key: the new row of an update has not, where the log has changed columns only. */
const isNamed = ({ primaryKey }: BankTable, row: LoggedRow): boolean =>
  primaryKey.every((name) => row[name] !== null && row[name] !== undefined);

/**
 * Commits as a binary log has them, as DMS reads it: an update is the new row, so that the row of a key that changed
 * stays, and one without its key changes nothing.
 */
export function mysqlTransactions(database: BankDatabase, events: readonly LoggedEvent[]): readonly BankTransaction[] {
  const transactions: BankTransaction[] = [];
  let changes: BankChange[] = [];
  for (const event of events) {
    if (event.kind === "commit") {
      if (changes.length > 0) transactions.push({ database, committed: BigInt(event.at) * 1_000_000n, changes });
      changes = [];
      continue;
    }
    const table = database.tables.find(({ schema, name }) => schema === event.schema && name === event.table);
    if (table === undefined) continue;
    if (event.kind === "U") {
      const rows = event.rows.map(({ after }) => after).filter((row) => isNamed(table, row));
      changes.push(...rows.map((row) => changeOf(table, "U", row)));
    } else changes.push(...event.rows.map((row) => changeOf(table, event.kind, row)));
  }
  return transactions;
}
