import { column } from "../../../../model/contract/column";
import type { TableContract } from "../../../../model/landscape/types";

/** Something about a database that makes rows go missing, or looks as if it did. */
export interface Trap {
  /** What it is, in words. */
  readonly name: string;
  /** A table of its own, as the contract promises it. */
  readonly table: TableContract;
  /** Types that the database really has, by column; a column of another name is there in place of the contract's. */
  readonly actual?: Readonly<Record<string, { readonly name?: string; readonly type?: string }>>;
  /** Statement that makes the table. @default - as the contract, or `actual`, says */
  readonly create?: string;
  /** What is there before readiness' statements run: rows that the full load finds. */
  readonly before?: readonly string[];
  /** What springs the trap once readiness' statements have run; readiness is asked after it. */
  readonly plant?: readonly string[];
  /** What the bank does after the full load. */
  readonly work?: readonly string[];
  /** Word by which readiness speaks of it. @default - the table's name */
  readonly about?: string;
  readonly expected: Outcome;
}

/** A setting of the server or of the replication user under which rows go missing, wherever they are. */
export interface Setting {
  readonly name: string;
  readonly plant: string;
  readonly undo: string;
  /** What readiness says. */
  readonly readiness: string;
}

/** What becomes of a trap. */
export interface Outcome {
  /** Whether the current-state table is another one than the bank's. */
  readonly isLost: boolean;
  /** What readiness says; empty: nothing. */
  readonly readiness: string;
  /** Whether the nightly figures differ. */
  readonly isReconciled: boolean;
}

/** A trap's table: a key, a text and an amount, and what else it needs. */
export const trapTable =
  (schema: string, decimal: "decimal" | "numeric") =>
  (name: string, changes: Partial<Pick<TableContract, "columns" | "primaryKey">> = {}): TableContract => ({
    schema,
    name,
    description: "A trap",
    primaryKey: ["id"],
    ...changes,
    columns: {
      ...(changes.primaryKey === undefined ? { id: column("bigint", "internal", "Key") } : {}),
      note: column("varchar(20)", "internal", "Text"),
      amount: column(`${decimal}(12,2)`, "internal", "Amount"),
      ...changes.columns,
    },
  });
