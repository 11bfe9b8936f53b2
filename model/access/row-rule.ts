import type { RowRule } from "../landscape/types";
import { quoted } from "../sql/identifiers";
import { textLiteral } from "../sql/literals";
import { type Condition, parseRowExpression } from "./row-expression";

/** A row rule as a condition, or why it is none. */
export function conditionOf(rule: RowRule): Condition | { readonly refused: string } {
  if ("expression" in rule) return parseRowExpression(rule.expression);
  if (rule.values.length === 0) return { refused: "at least one value" };
  return { kind: "in", column: rule.column, negated: false, values: rule.values };
}

/**
 * A row rule as the text of a data cells filter. Written again from the condition, so that nothing reaches Lake Formation
 * that was not understood here. Columns stand in double quotes: PartiQL has some 200 reserved words, `last` and `zone` among
 * them.
 * https://docs.aws.amazon.com/lake-formation/latest/dg/partiql-support.html
 * @throws Error when the landscape's checks would have refused the rule
 */
export function renderRowRule(rule: RowRule): string {
  const condition = conditionOf(rule);
  if ("refused" in condition) throw new Error(`the row rule is not valid: write ${condition.refused}`);
  return render(condition);
}

function literal(value: string | number | boolean): string {
  return typeof value === "string" ? textLiteral(value) : String(value);
}

function render(condition: Condition): string {
  switch (condition.kind) {
    case "and":
    case "or":
      return condition.parts.map((part) => inParentheses(part)).join(` ${condition.kind.toUpperCase()} `);
    case "not":
      return `NOT ${inParentheses(condition.part)}`;
    case "compare":
      return `${quoted(condition.column)} ${condition.operator} ${literal(condition.value)}`;
    case "in": {
      const [only, ...others] = condition.values;
      if (only !== undefined && others.length === 0 && !condition.negated) {
        return `${quoted(condition.column)} = ${literal(only)}`;
      }
      return `${quoted(condition.column)} ${condition.negated ? "NOT " : ""}IN (${condition.values.map(literal).join(", ")})`;
    }
    case "between":
      return `${quoted(condition.column)} BETWEEN ${literal(condition.low)} AND ${literal(condition.high)}`;
    case "null":
      return `${quoted(condition.column)} IS ${condition.negated ? "NOT " : ""}NULL`;
  }
}

const inParentheses = (condition: Condition): string =>
  condition.kind === "and" || condition.kind === "or" ? `(${render(condition)})` : render(condition);

/** A column that a condition looks at, and a value that it compares the column with, if there is one. */
export interface Comparison {
  readonly column: string;
  readonly values: readonly (string | number | boolean)[];
}

/** Every comparison of a condition. */
export function comparisons(condition: Condition): readonly Comparison[] {
  switch (condition.kind) {
    case "and":
    case "or":
      return condition.parts.flatMap(comparisons);
    case "not":
      return comparisons(condition.part);
    case "compare":
      return [{ column: condition.column, values: [condition.value] }];
    case "in":
      return [{ column: condition.column, values: condition.values }];
    case "between":
      return [{ column: condition.column, values: [condition.low, condition.high] }];
    case "null":
      return [{ column: condition.column, values: [] }];
  }
}
