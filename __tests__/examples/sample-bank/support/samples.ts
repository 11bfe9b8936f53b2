import { type BankOrder, sampleBank } from "../../../../examples/sample-bank";
import type { Bank, BankChange, BankTransaction } from "../../../../local/source-systems";

/** The evening of a day in the middle of a month, in microseconds. */
export const END = BigInt(Date.UTC(2026, 10, 22, 18)) * 1000n;

/** A bank of a day with about a thousand changes, unless told otherwise. */
export const sample = (order: Partial<BankOrder> = {}): Bank =>
  sampleBank({ seed: 1, changes: 1000, end: END, hours: 24, ...order });

/** Table and key of a change, as one text. */
export function keyOf({ table, row }: BankChange): string {
  const key = table.primaryKey.map((name) => row[table.columns.findIndex((column) => column.name === name)]);
  return `${table.name} ${key.join("/")}`;
}

/** Value of a column in a changed row. */
export const valueOf = ({ table, row }: BankChange, column: string): string | null | undefined =>
  row[table.columns.findIndex(({ name }) => name === column)];

/** All changes of transactions, in order. */
export const changesOf = (transactions: Iterable<BankTransaction>): readonly BankChange[] =>
  [...transactions].flatMap(({ changes }) => changes);

/** Current rows by table and key, as a plain reader of the changes keeps them; `complain` hears of what cannot be. */
export function replay(
  rows: Map<string, BankChange>,
  changes: Iterable<BankChange>,
  complain: (problem: string) => void = () => {},
): void {
  for (const change of changes) {
    const key = keyOf(change);
    const before = rows.get(key);
    if ((change.operation === "I") === (before !== undefined)) complain(`${change.operation} ${key}`);
    if (change.operation === "D" && before?.row.join("\0") !== change.row.join("\0")) complain(`other row: D ${key}`);
    if (change.operation === "D") rows.delete(key);
    else rows.set(key, change);
  }
}
