import { comparisons, conditionOf, renderRowRule } from "../../access/row-rule";
import { type LakeType, lakeType } from "../../contract/column-types";
import type { Draft } from "../draft";
import { isWhole } from "../draft";
import { below } from "../keys";
import { type Problem, problemAt } from "../problem";
import type { RowRule } from "../types";
import type { Check } from "./check";
import { eachShare } from "./every-share";
import { listed, type OpenedTable } from "./shared-tables";

/**
 * A row rule is a condition that Lake Formation takes, over columns that every table of the share has and opens, with
 * values of the column's type. https://docs.aws.amazon.com/lake-formation/latest/dg/partiql-support.html
 */
export const shareRows: Check = (landscape) =>
  eachShare(landscape, ({ share: { value, keys }, opened, domains }): readonly Problem[] => {
    const rule = wholeRule(value.rows);
    if (rule === undefined) return [];
    const here = below(keys, "rows", "expression" in rule ? "expression" : "values");
    const found = "expression" in rule ? rule.expression : rule.values;
    const condition = conditionOf(rule);
    if ("refused" in condition) return [problemAt(landscape, here, found, `write ${condition.refused}`)];
    const { length } = renderRowRule(rule);
    if (length > LONGEST_FILTER) return [problemAt(landscape, here, found, tooLong(length))];
    const all = domains.get(value.domain ?? "") ?? [];
    return comparisons(condition).flatMap(({ column, values }) => {
      const without = (opened ?? []).filter(({ columns }) => !columns.includes(column)).map(({ table }) => table.name);
      if (without.length > 0) {
        const having = all.filter((table) => table.columns.has(column)).map(({ name }) => name);
        const remedy =
          having.length === 0
            ? `write a column of the domain: no table has \`${column}\``
            : `write \`tables\` that the rule fits, of ${listed(having)}: the share opens no \`${column}\` in ${listed(without)}`;
        return [problemAt(landscape, below(keys, "rows"), value.rows, remedy)];
      }
      return (opened ?? [])
        .flatMap((table) => mismatches(table, column, values))
        .map((remedy) => problemAt(landscape, here, found, remedy));
    });
  });

/** The expression of a data cells filter has fewer than 2,048 characters. */
export const LONGEST_FILTER = 2047;

const tooLong = (length: number): string =>
  `write a range (\`BETWEEN\`), fewer values, or a column that groups them: the filter has ${length} characters, and Lake Formation takes ${LONGEST_FILTER}`;

/** The rule, once nothing of it is missing. */
export function wholeRule(rule: Draft<RowRule> | undefined): RowRule | undefined {
  if (rule === undefined) return undefined;
  if ("expression" in rule) return rule.expression === undefined ? undefined : { expression: rule.expression };
  if (!("column" in rule) || rule.column === undefined || !isWhole(rule.values)) return undefined;
  return { column: rule.column, values: rule.values };
}

function mismatches({ table }: OpenedTable, column: string, values: readonly unknown[]): readonly string[] {
  const { engine } = table;
  const type = table.columns.get(column)?.type;
  const outcome = engine === undefined || type === undefined ? undefined : lakeType(engine, type);
  if (outcome === undefined || "refused" in outcome) return [];
  const wanted = literalFor(outcome);
  if (wanted === undefined) {
    return [
      `write a column that holds texts, numbers or booleans: \`${column}\` of \`${table.name}\` is a ${outcome.curated}`,
    ];
  }
  const wrong = values.filter((value) => typeof value !== wanted);
  return wrong.length === 0
    ? []
    : [
        `write ${wanted === "string" ? "texts" : `${wanted}s`}: \`${column}\` of \`${table.name}\` is a ${outcome.curated}`,
      ];
}

/** Type of a literal that can be compared with a column without a cast. */
function literalFor({ curated }: LakeType): "string" | "number" | "boolean" | undefined {
  if (curated === "string" || curated === "boolean") return curated;
  return /^(?:int|bigint|decimal\(.*\))$/.test(curated) ? "number" : undefined;
}
