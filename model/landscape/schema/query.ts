import * as v from "valibot";
import { keyed, strict } from "./strict";
import { environmentNames, list, sentence, text } from "./values";

const parameter = strict("write a parameter: `{ meaning, example }`", {
  meaning: sentence("write what the value means"),
  example: sentence("write an example in SQL, for example `10000` or `'EUR'`"),
});

/**
 * A saved query. Prepared statements allow letters, digits and underscores in names:
 * https://docs.aws.amazon.com/athena/latest/APIReference/API_CreatePreparedStatement.html
 */
export const query = strict("write a query: `{ name, question, tables, parameters, sql }`", {
  name: text(
    /^[a-z][a-z0-9_]{0,127}$/,
    "write lower-case words joined by underscores, for example `exposure_per_client`",
  ),
  question: sentence("write the question that the query answers"),
  tables: keyed(
    'write the tables by alias: `{ l: "loans.loan" }`',
    text(/^[a-z][a-z0-9_]*$/, "write an alias: lower-case letters, digits or `_`, a letter first"),
    text(/^[a-z][a-z0-9]*\.[a-z][a-z0-9_]*$/, "write `<source>.<table>`, for example `loans.loan`"),
  ),
  parameters: list("write what each `?` of the query stands for; `[]` for none", parameter),
  sql: sentence("write the query in Athena SQL with `{alias}` for tables and `{alias.column}` for columns"),
  onlyIn: v.exactOptional(environmentNames),
});
