import * as v from "valibot";
import { isObject } from "../keys";
import type { RowRule } from "../types";
import { strict } from "./strict";
import { identifier, list, sentence } from "./values";

const value = v.union(
  [v.string(), v.pipe(v.number(), v.finite()), v.boolean()],
  "write a text, a number, `true` or `false`",
);

const byValues = strict("write a row rule: `{ column, values }` or `{ expression }`", {
  column: identifier("the column whose value decides"),
  values: list("write the values of rows that the team may read", value),
});

const byExpression = strict("write a row rule: `{ column, values }` or `{ expression }`", {
  expression: sentence("write a condition over columns of the table, for example `district_id IN (1, 2)`"),
});

/** A row rule, in one of its two forms. The form that is meant decides which problems are reported. */
export const rowRule: v.GenericSchema<unknown, RowRule> = v.lazy((input) =>
  isObject(input) && "expression" in input ? byExpression : byValues,
);
