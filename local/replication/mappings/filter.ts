import * as v from "valibot";

/** Operators that take one value, with the operator of SQL; `lte` and `ste` are the same. */
export const ONE_VALUE = { eq: "=", gte: ">=", lte: "<=", noteq: "<>", ste: "<=" } as const;

const condition = v.variant("filter-operator", [
  v.strictObject({
    "filter-operator": v.picklist(["eq", "gte", "lte", "noteq", "ste"]),
    value: v.string(),
  }),
  v.strictObject({
    "filter-operator": v.picklist(["between", "notbetween"]),
    "start-value": v.string(),
    "end-value": v.string(),
  }),
  v.strictObject({ "filter-operator": v.picklist(["null", "notnull"]) }),
]);

/**
 * A filter of a selection rule: a row meets it when it meets one of its conditions, and the rule when it meets all filters.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.Filters.html
 */
export const filter = v.strictObject({
  "filter-type": v.literal("source"),
  "column-name": v.string(),
  "filter-conditions": v.pipe(
    v.array(condition),
    v.minLength(1, "a filter has one condition at least"),
    v.check(
      (all) => all.length === 1 || !all.some((each) => each["filter-operator"].startsWith("not")),
      "a condition with a negative operator stands alone in its filter",
    ),
  ),
});

export type FilterCondition = v.InferOutput<typeof condition>;
export type Filter = v.InferOutput<typeof filter>;
