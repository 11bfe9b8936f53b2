import { type Classification, mayRead } from "../contract/classification";

/** What is opened of one table. */
export interface Opened<Table, Column> {
  readonly table: Table;
  readonly readable: readonly Column[];
}

/**
 * What a share opens of the tables of its domain: those that it names, or all of them, and of each the columns up to its
 * classification. A table of which it opens no column is not there.
 */
export function opens<
  Table extends {
    readonly name: string;
    readonly columns: readonly { readonly classification: Classification }[];
  },
>(
  { tables, upTo }: { readonly tables?: readonly string[] | undefined; readonly upTo: Classification },
  domain: readonly Table[],
): readonly Opened<Table, Table["columns"][number]>[] {
  return domain
    .filter(({ name }) => tables?.includes(name) ?? true)
    .map((table) => ({ table, readable: table.columns.filter(({ classification }) => mayRead(upTo, classification)) }))
    .filter(({ readable }) => readable.length > 0);
}
