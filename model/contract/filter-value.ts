import type { Form } from "../reconciliation/dialect";
import type { FilterOperator } from "./filter-operator";

/** How the values of a form are written, and which operators compare them alike at the source, in DMS and in the lake. */
interface FilterValue {
  readonly pattern: RegExp;
  readonly remedy: string;
  readonly operators: readonly FilterOperator[];
}

const ORDERED = ["eq", "noteq", "gte", "lte"] as const;

/**
 * Quotes and backslashes: AWS does not say how DMS writes them into its SQL. Scripts from right to left: it does not compare
 * them. https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.Filters.html
 */
const TEXT: FilterValue = {
  pattern: /^(?! )(?!.* $)[^'"`\\\p{Cc}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]+$/u,
  remedy: "a text without quotes, backslashes, blanks at its ends and scripts from right to left",
  operators: ["eq", "noteq"],
};

const DAY = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;

/** A moment of the source that has a time zone is not there: AWS does not say in which one DMS compares it. */
const VALUES: Partial<Readonly<Record<Form, FilterValue>>> = {
  date: { pattern: new RegExp(`^${DAY}$`), remedy: "a day, for example `2020-01-01`", operators: ORDERED },
  fixed: TEXT,
  moment: {
    pattern: new RegExp(String.raw`^${DAY} (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?$`),
    remedy: "a moment, for example `2020-01-01 00:00:00`",
    operators: ORDERED,
  },
  number: { pattern: /^-?\d{1,38}(?:\.\d{1,30})?$/, remedy: "a number, for example `100`", operators: ORDERED },
  text: TEXT,
  year: { pattern: /^\d{4}$/, remedy: "a year, for example `2020`", operators: ORDERED },
};

/** What conditions may say of a column by its form; nothing where no condition means the same everywhere. */
export const filterValueOf = (form: Form | undefined): FilterValue | undefined =>
  form === undefined ? undefined : VALUES[form];
