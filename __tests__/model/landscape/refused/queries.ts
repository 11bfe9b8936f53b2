import { type Refusal } from "./case";

const SQL = "SELECT {l.loan_id} FROM {l} WHERE {l.amount} >= ?";

/** A refusal of a query over loans; `text` stands for its SQL. */
const query = (title: string, text: string, remedy: string, path = "sql", found = JSON.stringify(text)): Refusal => ({
  title,
  change: ({ environment }) => {
    environment.queries = [
      {
        name: "large_loans",
        question: "Which loans are large?",
        tables: { l: path.startsWith("tables") ? "loans.lone" : "loans.loan" },
        parameters: [{ meaning: "Least amount", example: "1000" }],
        sql: text,
      },
    ];
  },
  file: "accounts/prod/queries.ts",
  path: `queries[large_loans].${path}`,
  found: found.length > 60 ? `${found.slice(0, 59)}…` : found,
  remedy,
});

/** Saved queries that would fail, or answer something else one day. */
export const REFUSED_QUERIES: readonly Refusal[] = [
  query(
    "a column of another name",
    SQL.replace("l.amount", "l.amounts"),
    "write a column of loans.loan for `{l.amounts}`; did you mean `amount`?",
  ),
  query(
    "a column that nobody has",
    SQL.replace("l.amount", "l.interest"),
    "write a column of loans.loan for `{l.interest}`; it has `loan_id`, `amount`",
  ),
  query(
    "a forbidden column",
    SQL.replace("l.amount", "l.secret"),
    "remove `{l.secret}`: the column is forbidden and never reaches the lake",
  ),
  query("another alias", SQL.replace("l.amount", "k.amount"), "write an alias of `tables` (`l`) for `{k.amount}`"),
  query(
    "a placeholder in another form",
    SQL.replace("l.amount", "amount!"),
    "write `{alias}` or `{alias.column}` for `{amount!}`",
  ),
  query(
    "a table of another name",
    SQL,
    "write a table that a source declares, `<source>.<table>`; did you mean `loans.loan`?",
    "tables.l",
    '"loans.lone"',
  ),
  query(
    "every column",
    "SELECT * FROM {l} WHERE {l.amount} >= ?",
    "write the columns instead of `*`: a new column must not change the answer",
  ),
  query(
    "an unchecked column",
    "SELECT l.loan_id FROM {l} WHERE {l.amount} >= ?",
    "write `{l.<column>}` where the query writes `l.`",
  ),
  query(
    "a table that is not read",
    "SELECT {l.loan_id} WHERE {l.amount} >= ?",
    "write `{l}` behind FROM or JOIN, or remove it from `tables`",
  ),
  query(
    "a parameter too few",
    "SELECT {l.loan_id} FROM {l}",
    "write as many parameters as the query has `?`: 0, not 1",
  ),
  query("two statements", `${SQL}; SELECT 1`, "write one statement that begins with SELECT or WITH, without `;`"),
  query(
    "a statement that writes",
    "DELETE FROM {l} WHERE {l.amount} >= ?",
    "write one statement that begins with SELECT or WITH, without `;`",
  ),
  {
    title: "two queries of one name",
    change: ({ environment }) => {
      const one = {
        name: "large_loans",
        question: "?",
        tables: { l: "loans.loan" },
        parameters: [{ meaning: "a", example: "1" }],
        sql: SQL,
      };
      environment.queries = [one, { ...one }];
    },
    file: "accounts/prod/queries.ts",
    path: "queries[large_loans].name",
    found: '"large_loans"',
    remedy: "write another name: an earlier query has this one",
  },
];
