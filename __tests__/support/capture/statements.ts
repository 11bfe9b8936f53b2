import type { BankChange, BankColumn, BankRow, BankTable } from "../../../local/source-systems";

/** A statement with a placeholder for each value. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** How an engine writes names, placeholders and values. */
export interface Writing {
  readonly name: (identifier: string) => string;
  /** `number` counts from one. */
  readonly placeholder: (number: number) => string;
  readonly value: (column: BankColumn, value: string) => unknown;
}

/** Writes changes of rows as the applications of a bank do: an update names the columns that it changes. */
export class Statements {
  private readonly known = new Map<string, BankRow>();

  public constructor(private readonly writing: Writing) {}

  public of({ table, operation, row }: BankChange): Statement {
    const { name } = this.writing;
    const place = `${name(table.schema)}.${name(table.name)}`;
    const values: unknown[] = [];
    const given = (column: BankColumn, value: string | null): string => {
      values.push(value === null ? null : this.writing.value(column, value));
      return this.writing.placeholder(values.length);
    };
    const id = JSON.stringify([place, ...this.keyOf(table, row)]);
    const before = this.known.get(id);
    if (operation === "D") this.known.delete(id);
    else this.known.set(id, row);
    const columns = table.columns.map((column, index) => ({
      column,
      value: row[index] ?? null,
      before: before?.[index],
    }));
    if (operation === "I") {
      const names = table.columns.map((column) => name(column.name)).join(", ");
      const list = columns.map(({ column, value }) => given(column, value)).join(", ");
      return { sql: `INSERT INTO ${place} (${names}) VALUES (${list})`, values };
    }
    const changed = columns.filter(({ value, before: old }) => value !== old);
    // An update that changes nothing writes what is there.
    const set = (changed.length > 0 ? changed : columns)
      .map(({ column, value }) => `${name(column.name)} = ${given(column, value)}`)
      .join(", ");
    const key = columns.filter(({ column }) => table.primaryKey.includes(column.name));
    const where = () => key.map(({ column, value }) => `${name(column.name)} = ${given(column, value)}`).join(" AND ");
    if (operation === "U") return { sql: `UPDATE ${place} SET ${set} WHERE ${where()}`, values };
    values.length = 0;
    return { sql: `DELETE FROM ${place} WHERE ${where()}`, values };
  }

  private keyOf({ columns, primaryKey }: BankTable, row: BankRow): BankRow {
    return row.filter((_, index) => primaryKey.includes(columns[index]?.name ?? ""));
  }
}
