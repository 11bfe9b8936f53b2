import type { BankColumn, BankTable } from "../../local/source-systems/types";

/** Columns by name in the words of their engine; `null` after the type means that the column may be empty. */
type Declared = Readonly<Record<string, string>>;

/** A table as its database declares it; `" null"` at the end of a type lets the column be empty. */
export function table(schema: string, name: string, primaryKey: readonly string[], declared: Declared): BankTable {
  const columns = Object.entries(declared).map(([column, type]): BankColumn => {
    const nullable = type.endsWith(" null");
    return { name: column, type: nullable ? type.slice(0, -" null".length) : type, nullable };
  });
  return { schema, name, primaryKey, columns };
}
