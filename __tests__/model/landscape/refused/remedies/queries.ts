import type { Remedies, Remedy } from "./remedy";

const SQL = "SELECT {l.loan_id} FROM {l} WHERE {l.amount} >= ?";

/** Writes properties of the query that was refused, the last one where there are several. */
const query =
  (values: Readonly<Record<string, unknown>>): Remedy =>
  ({ environment }) => {
    const queries = environment.queries ?? [];
    Object.assign(queries.slice(-1)[0] ?? {}, values);
  };
const sql = (text: string): Remedy => query({ sql: text });

export const QUERY_REMEDIES: Remedies = {
  "a column of another name": [sql(SQL)],
  "a column that nobody has": [sql(SQL)],
  "a forbidden column": [query({ sql: "SELECT {l.loan_id} FROM {l}", parameters: [] })],
  "another alias": [sql(SQL)],
  "a placeholder in another form": [sql(SQL), query({ sql: "SELECT {l.loan_id} FROM {l}", parameters: [] })],
  "a table of another name": [query({ tables: { l: "loans.loan" } })],
  "every column": [sql(SQL)],
  "an unchecked column": [sql(SQL)],
  "a table that is not read": [sql(SQL), sql("SELECT {l.loan_id} FROM {l} JOIN {l} ON {l.amount} >= ?")],
  "a parameter too few": [sql(SQL), query({ parameters: [] })],
  "two statements": [sql(SQL)],
  "a statement that writes": [sql(SQL), sql(`WITH large AS (${SQL}) SELECT loan_id FROM large`)],
  "two queries of one name": [query({ name: "small_loans" })],
};
