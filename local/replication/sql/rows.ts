import { quoted } from "../../../model/sql/identifiers";
import { textLiteral } from "../../../model/sql/literals";
import { currentOf, logOf } from "../../source-systems/sql";
import { type FilterCondition, ONE_VALUE } from "../mappings/filter";
import type { PlannedTable, RowFilter } from "../types";

/** An SQL expression for the value of a column, by its name and whether the key has it. */
export type ValueOf = (column: string, isKey: boolean) => string;

const PREFIX: Readonly<Record<RowFilter["kind"], string>> = {
  date: "DATE ",
  moment: "TIMESTAMP ",
  number: "",
  text: "",
};

function met(kind: RowFilter["kind"], value: string, condition: FilterCondition): string {
  const written = (text: string): string => (kind === "number" ? text : `${PREFIX[kind]}${textLiteral(text)}`);
  if ("value" in condition) return `${value} ${ONE_VALUE[condition["filter-operator"]]} ${written(condition.value)}`;
  const operator = condition["filter-operator"];
  if (!("start-value" in condition)) return `${value} IS ${operator === "null" ? "" : "NOT "}NULL`;
  const range = `BETWEEN ${written(condition["start-value"])} AND ${written(condition["end-value"])}`;
  return `${value} ${operator === "between" ? "" : "NOT "}${range}`;
}

const plainly: ValueOf = (column) => quoted(column);

/**
 * The value that a change carries: PostgreSQL logs a deletion with the key alone, unless the table's replica identity is
 * the whole row. https://www.postgresql.org/docs/16/sql-altertable.html#SQL-ALTERTABLE-REPLICA-IDENTITY
 */
export function loggedValue({ source, deletesByKey }: PlannedTable): ValueOf {
  if (!deletesByKey || source.replicaIdentity === "full") return plainly;
  return (column, isKey) => (isKey ? quoted(column) : `CASE WHEN _op = 'D' THEN NULL ELSE ${quoted(column)} END`);
}

/** Whether a row meets all filters; nothing where there are none. */
export function passes({ filters }: PlannedTable, valueOf: ValueOf = plainly): string | undefined {
  if (filters.length === 0) return undefined;
  return filters
    .map(({ column, kind, isKey, conditions }) => {
      const any = conditions.map((condition) => met(kind, valueOf(column, isKey), condition));
      return `(${any.join(" OR ")})`;
    })
    .join(" AND ");
}

const limited = (rows: string, condition: string | undefined): string =>
  condition === undefined ? rows : `(SELECT * FROM ${rows} WHERE ${condition})`;

/** Current rows of the source that the task takes along. */
export const selectedRows = (table: PlannedTable): string => limited(currentOf(table.source), passes(table));

/**
 * Changes that the task takes along. One that carries nothing to compare meets no condition: deletions are lost in
 * PostgreSQL where a filter is over another column than the key's.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.PostgreSQL.html#CHAP_Source.PostgreSQL.Limitations
 */
export const selectedChanges = (table: PlannedTable): string =>
  limited(logOf(table.source), passes(table, loggedValue(table)));
