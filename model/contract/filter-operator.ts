/**
 * Operators of a DMS source filter.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.Filters.html
 */
export const FILTER_OPERATORS = ["eq", "noteq", "gte", "lte"] as const;

export type FilterOperator = (typeof FILTER_OPERATORS)[number];
