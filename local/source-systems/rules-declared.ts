/** What the tables declare and DuckDB does not enforce: keys, lengths and labels. */
import { quoted } from "../../model/sql/identifiers";
import type { Rule } from "./rule";
import { currentOf } from "./sql";
import type { BankColumn, BankTable } from "./types";

const keyText = ({ primaryKey }: BankTable): string => `concat_ws('/', ${primaryKey.map(quoted).join(", ")})`;

/** A key is there once. */
export const keyRule = (table: BankTable): Rule => ({
  problem: `${table.schema}.${table.name} has a key twice`,
  offenders: `SELECT ${keyText(table)} AS what FROM ${currentOf(table)} GROUP BY ALL HAVING count(*) > 1`,
});

/** Condition that a value breaks its column's type, where a type says more than DuckDB knows. */
function broken({ name, type }: BankColumn): string | undefined {
  const length = /^(?:char|varchar)\((\d+)\)$/.exec(type)?.[1];
  if (length !== undefined) return `length(${quoted(name)}) > ${length}`;
  const labels = /^enum(\(.+\))$/.exec(type)?.[1];
  return labels === undefined ? undefined : `${quoted(name)} NOT IN ${labels}`;
}

/** Texts are no longer, and labels no others, than declared. */
export const typeRules = (table: BankTable): readonly Rule[] =>
  table.columns.flatMap((column) => {
    const condition = broken(column);
    if (condition === undefined) return [];
    const problem = `${table.schema}.${table.name}.${column.name} does not fit ${column.type}`;
    return { problem, offenders: `SELECT ${keyText(table)} AS what FROM ${currentOf(table)} WHERE ${condition}` };
  });
