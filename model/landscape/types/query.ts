/** A question that people ask often, as SQL whose columns are checked against the contracts. */
export interface SavedQuery {
  /** Lower-case words joined by underscores: the name of the prepared statement. */
  readonly name: string;
  /** What it answers, for people. */
  readonly question: string;
  /** Tables by alias, each `<source>.<table>`. */
  readonly tables: Readonly<Record<string, string>>;
  /** What each `?` stands for, in order, with a value as an example. */
  readonly parameters: readonly QueryParameter[];
  /** Athena SQL in which `{alias}` stands for a table and `{alias.column}` for a column. */
  readonly sql: string;
  /**
   * Environments that have it: it waits until the mark is removed, which promotes it to the others (docs/environments.md).
   * @default - every environment
   */
  readonly onlyIn?: readonly string[];
}

/** A value that whoever runs a query supplies. */
export interface QueryParameter {
  readonly meaning: string;
  /** A literal in SQL, for example `10000` or `'EUR'`. */
  readonly example: string;
}
