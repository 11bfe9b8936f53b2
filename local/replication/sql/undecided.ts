import { quoted } from "../../../model/sql/identifiers";
import { currentOf, logOf } from "../../source-systems/sql";
import type { PlannedTable } from "../types";
import { passes } from "./rows";

/** A part of a table's log. */
export interface Captured {
  readonly after: bigint;
  readonly until: bigint;
}

/** Columns whose values are compared; an empty one is neither. */
const compared = ({ filters }: PlannedTable): readonly string[] =>
  filters
    .filter(({ conditions }) => !conditions.some((each) => /^(?:not)?null$/.test(each["filter-operator"])))
    .map(({ column }) => quoted(column));

const keyOf = ({ source }: PlannedTable): string =>
  source.primaryKey.map((name) => `'${name} ' || CAST(${quoted(name)} AS VARCHAR)`).join(" || ', ' || ");

const emptyIn = (table: PlannedTable, rows: string): string | undefined => {
  const columns = compared(table);
  if (columns.length === 0) return undefined;
  return `SELECT 'has nothing in a column of its filter: ' || ${keyOf(table)} FROM ${rows} WHERE ${columns.map((column) => `${column} IS NULL`).join(" OR ")} LIMIT 1`;
};

/** Asks for a row of the load whose fate no page of AWS's says; nothing where there are no filters. */
export const undecidedRow = (table: PlannedTable): string | undefined => emptyIn(table, currentOf(table.source));

/**
 * Asks for a change that no filter decides once and for all: one that takes a row across, or leaves nothing to compare. AWS asks
 * for filters on columns that never change, and leaves open when such a row arrives.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.Filters.html
 */
export function undecidedChange(table: PlannedTable, { after, until }: Captured): string | undefined {
  const condition = passes(table);
  if (condition === undefined) return undefined;
  const key = table.source.primaryKey.map((name) => quoted(name)).join(", ");
  const log = `(SELECT * FROM ${logOf(table.source)} WHERE _committed <= make_timestamp(${until}))`;
  const states = `(SELECT *, (${condition}) AS _now, lag((${condition})) OVER (PARTITION BY ${key} ORDER BY _position) AS _before FROM ${log})`;
  const crossing = `SELECT 'crosses its filter: ' || ${keyOf(table)} FROM ${states} WHERE _op = 'U' AND _position > ${after} AND _now <> _before ORDER BY _position LIMIT 1`;
  const empty = emptyIn(table, `(SELECT * FROM ${log} WHERE _position > ${after})`);
  return empty === undefined ? crossing : `SELECT * FROM (${crossing}) UNION ALL SELECT * FROM (${empty})`;
}
