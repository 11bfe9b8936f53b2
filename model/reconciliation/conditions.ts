/** Conditions of `onlyRows` in SQL, at the source and in the lake: the same values, compared in the same way. */
import { engineFacts } from "../contract/engine";
import type { RowCondition, Source, TableContract } from "../landscape/types";
import { literal } from "../readiness/literals";
import type { Dialect, Form } from "./dialect";
import { formOf } from "./forms";

const OPERATORS = { eq: "=", noteq: "<>", gte: ">=", lte: "<=" } as const satisfies Record<
  RowCondition["operator"],
  string
>;

/** A value as all three dialects write it: a number in quotes would be rounded by MySQL beside a decimal. */
function valueOf(form: Form, value: string): string {
  if (form === "number" || form === "year") return value;
  if (form === "date") return `DATE ${literal(value)}`;
  return form === "moment" ? `TIMESTAMP ${literal(value)}` : literal(value);
}

/** The conditions under which a row is to be in the lake, over the columns of one side. */
export function conditionsOf(
  dialect: Dialect,
  nameOf: (column: string) => string,
  source: Source,
  { columns, onlyRows = [] }: TableContract,
): readonly string[] {
  return onlyRows.map(({ column, operator, value }) => {
    const form = formOf(engineFacts(source.engine).family, columns[column]?.type ?? "");
    if (form === undefined) throw new Error(`no condition on ${column} can be compared`);
    const held = dialect.name(nameOf(column));
    return `${form === "fixed" ? dialect.text.fixed(held) : held} ${OPERATORS[operator]} ${valueOf(form, value)}`;
  });
}
