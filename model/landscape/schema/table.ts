import * as v from "valibot";
import { CLASSIFICATIONS } from "../../contract/classification";
import { FILTER_OPERATORS } from "../../contract/filter-operator";
import { keyed, strict } from "./strict";
import { identifier, list, oneOf, sentence } from "./values";

const column = strict("write a column: `{ type, classification, description }`", {
  type: sentence("write the column's type in the words of the source's engine, for example `varchar(60)`"),
  classification: oneOf(CLASSIFICATIONS),
  description: sentence("write what the value means"),
});

const condition = strict("write a condition: `{ column, operator, value }`", {
  column: v.string("write the name of a column"),
  operator: oneOf(FILTER_OPERATORS),
  value: sentence("write the value as text, for example `2020-01-01`"),
});

/** A table contract. */
export const table = strict("write a table: `{ schema, name, description, primaryKey, columns }`", {
  schema: identifier("the one schema or database of the table, without wildcards"),
  name: identifier("the table's name"),
  description: sentence("write what one row is"),
  primaryKey: list(
    'write the columns that identify a row, for example `["loan_id"]`',
    v.string("write the name of a column"),
  ),
  columns: keyed(
    "write the columns by name: `{ loan_id: { type, classification, description } }`",
    identifier("the column's name"),
    column,
  ),
  onlyRows: v.exactOptional(list("write a list of conditions: `{ column, operator, value }`", condition)),
});
