/** A column of a table that a query reads. */
export interface Origin {
  readonly database: string;
  readonly table: string;
  readonly column: string;
}

/** What a column of a query is made of. */
export interface Value {
  readonly origins: readonly Origin[];
  /** Expressions on the way that are more than a name, as written, innermost first. */
  readonly expressions: readonly string[];
}

/** A table or query, as what reads from it sees it. */
export interface Relation {
  /** Names of the columns in order; nothing when they follow from a table that the statement does not describe. */
  readonly names?: readonly string[];
  readonly tables: readonly { readonly database: string; readonly table: string }[];
  /** Conditions on rows, as written, innermost first. */
  readonly conditions: readonly string[];
  /** Nothing when there is no such column. */
  column(name: string): Value | undefined;
}

/** A table of a catalog: the statement does not say what columns it has. */
export const baseTable = (database: string, table: string): Relation => ({
  tables: [{ database, table }],
  conditions: [],
  column: (column) => ({ origins: [{ database, table, column }], expressions: [] }),
});

const unique = <T>(values: readonly T[]): readonly T[] => [
  ...new Map(values.map((each) => [JSON.stringify(each), each])).values(),
];

export function combined(values: readonly Value[]): Value {
  const [only, ...others] = values;
  if (only !== undefined && others.length === 0) return only;
  return {
    origins: unique(values.flatMap(({ origins }) => origins)),
    expressions: unique(values.flatMap(({ expressions }) => expressions)),
  };
}

/** Rows of all: columns belong together by position where that is known, else by name. */
export function union(relations: readonly Relation[]): Relation {
  const [first, ...others] = relations;
  if (first === undefined) throw new Error("a union of nothing");
  if (others.length === 0) return first;
  const { names } = first;
  return {
    ...(names === undefined ? {} : { names }),
    tables: unique(relations.flatMap(({ tables }) => tables)),
    conditions: unique(relations.flatMap(({ conditions }) => conditions)),
    column(name) {
      const index = names?.indexOf(name) ?? -1;
      const values = relations.map((each) => each.column(each.names?.[index] ?? name));
      return values.some((value) => value === undefined) ? undefined : combined(values.flatMap((value) => value ?? []));
    },
  };
}
