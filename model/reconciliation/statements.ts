/**
 * Count and checksum of a table, at the source and in the lake. A row's text is the texts of its columns, each with its
 * length before it and a letter that tells an empty text from none, so that different rows have different texts; of a column whose
 * values are not compared it has the letter alone; its number
 * is taken from an MD5 sum; the checksum is the sum of all numbers, which no order of the rows changes.
 */
import { atSource } from "../contract/at-source";
import { engineFacts } from "../contract/engine";
import type { Source, TableContract } from "../landscape/types";
import { curatedDatabase } from "../names";
import { literal } from "../readiness/literals";
import { ATHENA } from "./athena";
import { conditionsOf } from "./conditions";
import type { Dialect, Form } from "./dialect";
import { formOf } from "./forms";
import { MYSQL } from "./mysql";
import { POSTGRESQL } from "./postgresql";

/** Stands in a source's statement where the moment belongs before which rows must have changed last. */
export const CUTOFF = ":cutoff";

/** A column that is compared, and how. */
export interface ComparedColumn {
  readonly name: string;
  readonly form: Form;
}

/** The columns of a table that are compared, in the order of the contract: what reaches the lake in a form that all engines share. */
export function comparedColumns(source: Source, table: TableContract): readonly ComparedColumn[] {
  const { family } = engineFacts(source.engine);
  return Object.entries(table.columns).flatMap(([name, { type, classification }]) => {
    const form = classification === "forbidden" ? undefined : formOf(family, type);
    return form === undefined ? [] : [{ name, form }];
  });
}

/**
 * The other columns that reach the lake: whether there is a value is compared, for DMS may deliver NULL in place of a large value
 * that an update left alone (docs/decisions/0108-values-outside-of-rows.md).
 */
export function uncomparedColumns(source: Source, table: TableContract): readonly string[] {
  const compared = new Set(comparedColumns(source, table).map(({ name }) => name));
  return Object.entries(table.columns)
    .filter(([name, { classification }]) => classification !== "forbidden" && !compared.has(name))
    .map(([name]) => name);
}

/** Statement for the source: one row with `row_count` and `checksum`, both as text. */
export function sourceStatement(source: Source, contract: TableContract): string {
  const table = atSource(contract);
  const dialect = engineFacts(source.engine).family === "mysql" ? MYSQL : POSTGRESQL;
  const conditions = [
    ...settled(dialect, source, table, literal(CUTOFF)),
    ...conditionsOf(dialect, (column) => column, source, table),
  ];
  const place = dialect.name(table.schema, table.name);
  return statement(dialect, place, comparedColumns(source, table), uncomparedColumns(source, table), conditions);
}

/** Statement for Athena, with the same answer; the moment is its one parameter where the contract has a `changedAt`. */
export function curatedStatement(source: Source, table: TableContract): string {
  const place = ATHENA.name(curatedDatabase(source), table.name);
  const conditions = settled(ATHENA, source, table, "?");
  const columns = comparedColumns(source, table).map(({ name, form }) => ({ name: name.toLowerCase(), form }));
  const others = uncomparedColumns(source, table).map((name) => name.toLowerCase());
  return statement(ATHENA, place, columns, others, conditions);
}

/**
 * Statement for Athena that counts rows which do not meet the table's conditions, as text: what DMS brought in although it
 * was left out, or kept although it has changed. Nothing where the table has no conditions.
 */
export function crossedStatement(source: Source, table: TableContract): string | undefined {
  const conditions = conditionsOf(ATHENA, (column) => column.toLowerCase(), source, table);
  if (conditions.length === 0) return undefined;
  return [
    `SELECT ${ATHENA.whole("COUNT(*)")} AS row_count`,
    `FROM ${ATHENA.name(curatedDatabase(source), table.name)}`,
    `WHERE NOT COALESCE(${conditions.join(" AND ")}, FALSE)`,
  ].join("\n");
}

function statement(
  dialect: Dialect,
  place: string,
  columns: readonly ComparedColumn[],
  others: readonly string[],
  conditions: readonly string[],
): string {
  const parts = columns.map(({ name, form }) => {
    const text = dialect.text[form](dialect.name(name));
    return `COALESCE(${dialect.joined(["'v'", dialect.length(text), "'.'", text])}, 'n')`;
  });
  const present = others.map((name) => `CASE WHEN ${dialect.name(name)} IS NULL THEN 'n' ELSE 'v' END`);
  return [
    `SELECT ${dialect.whole("COUNT(*)")} AS row_count, ${dialect.whole(`COALESCE(SUM(${dialect.number(dialect.joined([...parts, ...present]))}), 0)`)} AS checksum`,
    `FROM ${place}`,
    ...(conditions.length === 0 ? [] : [`WHERE ${conditions.join(" AND ")}`]),
  ].join("\n");
}

/** Rows without a moment count as settled. */
function settled(dialect: Dialect, source: Source, table: TableContract, moment: string): readonly string[] {
  const found = comparedColumns(source, table).find(({ name }) => name === table.changedAt);
  if (found === undefined || (found.form !== "instant" && found.form !== "moment")) return [];
  const column = dialect.name(dialect === ATHENA ? found.name.toLowerCase() : found.name);
  return [`(${column} < ${dialect.moment(moment, found.form)} OR ${column} IS NULL)`];
}
