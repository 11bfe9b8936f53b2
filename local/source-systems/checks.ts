import type { DuckDBConnection } from "@duckdb/node-api";
import type { Rule } from "./rule";
import { keyRule, typeRules } from "./rules-declared";
import type { BankTable } from "./types";

/** Rows that are named for each problem. */
const NAMED = 3;

/** All that the tables declare. */
export const declaredRules = (tables: readonly BankTable[]): readonly Rule[] => [
  ...tables.map(keyRule),
  ...tables.flatMap(typeRules),
];

/** Rules that do not hold in the attached systems, each with how many rows offend it and the first of them. */
export async function problemsOf(connection: DuckDBConnection, rules: readonly Rule[]): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const { problem, offenders } of rules) {
    const found = `concat(count(*), ' rows, for example ', array_to_string(min(what, ${NAMED}), ', '))`;
    const sql = `SELECT CASE WHEN count(*) > 0 THEN ${found} END FROM (${offenders})`;
    const told = (await connection.runAndReadAll(sql)).getRows()[0]?.[0];
    if (typeof told === "string") problems.push(`${problem}: ${told}`);
  }
  return problems;
}
