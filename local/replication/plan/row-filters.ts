import { duckDbColumnType } from "../../source-systems/column-types";
import type { BankColumn, BankTable } from "../../source-systems/types";
import type { Filter, FilterCondition } from "../mappings/filter";
import { ruleLabel } from "../mappings/rules";
import { selectionsOf } from "../mappings/selection";
import type { Problem } from "../problem";
import type { DeployedTask, RowFilter } from "../types";
import { isLob } from "../types/dms-type";
import { dmsTypeOf } from "../types/source-type";

const NUMBERS = /^(?:U?(?:TINY|SMALL|BIG)?INT|U?INTEGER|DECIMAL\(.+\))$/;
const ORDERED = new Set(["between", "gte", "lte", "notbetween", "ste"]);

/** How values of DuckDB's types are written in rules; types that are not here are not imitated. */
const WRITTEN: readonly (readonly [type: RegExp, kind: RowFilter["kind"], values: RegExp])[] = [
  [NUMBERS, "number", /^-?\d+(?:\.\d+)?$/],
  [/^DATE$/, "date", /^\d{4}-\d{2}-\d{2}$/],
  [/^TIMESTAMP$/, "moment", /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,6})?$/],
  [/^VARCHAR$/, "text", /^/],
];

const valuesOf = (condition: FilterCondition): readonly string[] => {
  if ("value" in condition) return [condition.value];
  return "start-value" in condition ? [condition["start-value"], condition["end-value"]] : [];
};

type Said = Omit<Problem, "where">;

function readFilter({ source }: DeployedTask, table: BankTable, filter: Filter): RowFilter | Said {
  const name = filter["column-name"];
  const column: BankColumn | undefined = table.columns.find((each) => each.name === name);
  const conditions = filter["filter-conditions"];
  if (column === undefined) return { found: `filters by ${name}`, instead: "the table has no such column" };
  const read = dmsTypeOf(source.engine, column.type);
  if ("refused" in read) return { found: `filters by ${name}, ${column.type}`, instead: read.refused };
  if (isLob(read)) return { found: `filters by ${name}, a large object`, instead: "DMS does not filter by those" };
  const [, kind, pattern] = WRITTEN.find(([type]) => type.test(duckDbColumnType(source.engine, column))) ?? [];
  if (kind === undefined || pattern === undefined) {
    return {
      found: `filters by ${name}, ${column.type}`,
      instead: "filters by this type are not imitated: AWS's pages do not say how DMS compares its values",
    };
  }
  const wrong = conditions.flatMap(valuesOf).find((value) => !pattern.test(value));
  if (wrong !== undefined) return { found: `compares ${name} with ${wrong}`, instead: `write a ${kind}` };
  if (kind === "text" && conditions.some((each) => ORDERED.has(each["filter-operator"]))) {
    return { found: `compares the order of ${name}`, instead: "AWS's pages do not say which text comes first" };
  }
  return { column: name, kind, isKey: table.primaryKey.includes(name), conditions };
}

/**
 * Which rows of a table the task takes along.
 * @returns problems for what AWS rules out or leaves open: filters of tables that are not named exactly, of several rules, and
 * of rules that do not include
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.Filters.html
 */
export function rowFilters(
  task: DeployedTask,
  table: BankTable,
): { readonly filters: readonly RowFilter[]; readonly problems: readonly Problem[] } {
  const rules = selectionsOf(task.rules, table);
  const filtering = rules.filter(({ filters = [] }) => filters.length > 0);
  const problems: Problem[] = [];
  const filters: RowFilter[] = [];
  for (const rule of filtering) {
    const where = `${task.name}, ${table.schema}.${table.name}, ${ruleLabel(rule)}`;
    const { "schema-name": schema, "table-name": name } = rule["object-locator"];
    if (rule["rule-action"] !== "include") {
      problems.push({ where, found: `${rule["rule-action"]} with filters`, instead: "filters belong to include" });
    }
    if (/[%_[]/.test(`${schema}.${name}`)) {
      const instead = "filters take exact names, and an underscore in a rule stands for any character";
      problems.push({ where, found: `filters of ${schema}.${name}`, instead });
    }
    if (rules.length > 1) {
      problems.push({
        where,
        found: "another rule selects the table too",
        instead: "which filters count, nobody says",
      });
    }
    for (const each of rule.filters ?? []) {
      const read = readFilter(task, table, each);
      if ("found" in read) problems.push({ where, ...read });
      else filters.push(read);
    }
  }
  return { filters, problems };
}
