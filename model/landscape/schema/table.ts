import * as v from "valibot";
import { CLASSIFICATIONS, LAKE_CLASSIFICATIONS } from "../../contract/classification";
import { FILTER_OPERATORS } from "../../contract/filter-operator";
import { READINESS_CONTROL_IDS } from "../../contract/readiness-controls";
import { whichever } from "./either";
import { keyed, strict } from "./strict";
import { environmentNames, identifier, list, nameAtSource, oneOf, sentence, whole } from "./values";
import { waiversOf } from "./waiver";

const column = strict("write a column: `{ type, classification, description }`", {
  type: sentence("write the column's type in the words of the source's engine, for example `varchar(60)`"),
  classification: oneOf(CLASSIFICATIONS),
  description: sentence("write what the value means"),
  immutable: v.exactOptional(v.literal(true, "write `true` if a row's value never changes, or leave it out")),
  nameAtSource: v.exactOptional(nameAtSource),
  onlyIn: v.exactOptional(environmentNames),
});

const heldSettings = strict('write the settings that only some environments have: `{ changedAt: ["staging"] }`', {
  onlyRows: v.exactOptional(environmentNames),
  changedAt: v.exactOptional(environmentNames),
  partitionedBy: v.exactOptional(environmentNames),
  droppedColumns: v.exactOptional(environmentNames),
  waivers: v.exactOptional(environmentNames),
});

const condition = strict("write a condition: `{ column, operator, value }`", {
  column: v.string("write the name of a column"),
  operator: oneOf(FILTER_OPERATORS),
  value: sentence("write the value as text, for example `2020-01-01`"),
});

const partitionColumn = v.string("write the name of a column");

const partitionField = whichever(
  'write a field: `{ transform, column }`, for example `{ transform: "bucket", column: "loan_id", buckets: 16 }`',
  "transform",
  "bucket",
  strict('write `{ transform: "bucket", column, buckets }`', {
    transform: oneOf(["bucket"]),
    column: partitionColumn,
    buckets: whole(2, 99, "buckets that the rows are spread over; a statement of Athena writes to 100 partitions"),
  }),
  strict('write `{ transform: "year", column }` or `{ transform: "identity", column }`', {
    transform: oneOf(["year", "identity"]),
    column: partitionColumn,
  }),
);

/** A table contract. */
export const table = strict("write a table: `{ schema, name, description, primaryKey, columns }`", {
  schema: identifier("the one schema or database of the table, without wildcards"),
  name: identifier("the table's name"),
  nameAtSource: v.exactOptional(nameAtSource),
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
  changedAt: v.exactOptional(v.string("write the name of a column")),
  partitionedBy: v.exactOptional(
    list(
      'write a list of fields, for example `{ transform: "bucket", column: "loan_id", buckets: 16 }`',
      partitionField,
    ),
  ),
  droppedColumns: v.exactOptional(
    keyed(
      'write the columns that have left, each with the classification it had: `{ note: "internal" }`',
      identifier("the column's name"),
      oneOf(LAKE_CLASSIFICATIONS),
    ),
  ),
  waivers: v.exactOptional(waiversOf(READINESS_CONTROL_IDS, "write why nothing can be done at the source")),
  onlyIn: v.exactOptional(environmentNames),
  settingsOnlyIn: v.exactOptional(heldSettings),
});
