import * as v from "valibot";
import { CLASSIFICATIONS } from "../../contract/classification";
import { keyed, strict } from "./strict";
import { identifier, list, oneOf, sentence } from "./values";

const column = strict("write a column: `{ type, classification, description }`", {
  type: sentence("write the column's type in the words of the source's engine, for example `varchar(60)`"),
  classification: oneOf(CLASSIFICATIONS),
  description: sentence("write what the value means"),
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
});
