import type { DuckDBConnection } from "@duckdb/node-api";
import { qualified, quoted } from "../../../model/sql/identifiers";
import { ask, type TextRow } from "../../engine/rows";
import type { ComparedColumn, Pair } from "./types";

/** Rows on both sides, and what does not agree, in words. */
export interface Compared {
  readonly sourceRows: number;
  readonly lakeRows: number;
  readonly differences: readonly string[];
}

/** Rows that are shown of those that differ, and columns of each. */
const EXAMPLES = 3;
const COLUMNS_OF_EXAMPLE = 3;

/** Compares two tables row by row by their key, column by column, in two passes of the engine. */
export async function compareTable(connection: DuckDBConnection, pair: Pair): Promise<Compared> {
  const counts = await counted(connection, pair);
  const { sourceRows, lakeRows, keys } = counts;
  const words: string[] = [];
  if (sourceRows === 0 && lakeRows === 0) words.push("no row at the source and none in the lake: nothing is proved");
  if (sourceRows !== lakeRows) words.push(`${sourceRows} rows at the source, ${lakeRows} in the lake`);
  if (keys !== lakeRows) words.push(`${lakeRows - keys} rows in the lake have the key of another one, or none`);
  for (const kind of KINDS) {
    const number = counts[kind.name];
    if (number > 0)
      words.push(
        `${number} rows ${kind.words}, e.g. ${(await examples(connection, pair, kind.holds(pair))).join("; ")}`,
      );
  }
  return { sourceRows, lakeRows, differences: words.map((each) => `${pair.database}.${pair.table}: ${each}`) };
}

const keyOf = ({ columns }: Pair): readonly ComparedColumn[] => columns.filter(({ isKey }) => isKey);
const others = ({ columns }: Pair): readonly ComparedColumn[] => columns.filter(({ isKey }) => !isKey);

const MISSING = "l._there IS NULL";
const SURPLUS = "s._there IS NULL";

/** What may be wrong with a row. */
const KINDS = [
  { name: "missing", words: "of the source are missing", holds: (): string => MISSING },
  { name: "surplus", words: "of the lake are not at the source", holds: (): string => SURPLUS },
  { name: "different", words: "differ", holds: (pair: Pair): string => different(pair) },
] as const;

function different(pair: Pair): string {
  const any = others(pair).map(({ differs }) => differs);
  return `s._there AND l._there AND (${["false", ...any].join(" OR ")})`;
}

/** Both tables, each row beside the other side's row of the same key. */
function joined(pair: Pair): string {
  const equal = keyOf(pair).map(({ expected, arrived }) => `${expected} = ${arrived}`);
  return `(SELECT true AS _there, * FROM ${pair.rows}) AS s
    FULL JOIN (SELECT true AS _there, * FROM ${qualified(pair.database, pair.table)}) AS l ON ${equal.join(" AND ")}`;
}

async function counted(connection: DuckDBConnection, pair: Pair) {
  const lake = qualified(pair.database, pair.table);
  const key = keyOf(pair).map((column) => quoted(column.name));
  const { rows } = await ask(
    connection,
    `SELECT (SELECT count(*) FROM ${pair.rows}), (SELECT count(*) FROM ${lake}),
       (SELECT count(*) FROM (SELECT DISTINCT ${key.join(", ")} FROM ${lake} WHERE ${key.map((each) => `${each} IS NOT NULL`).join(" AND ")})),
       ${KINDS.map(({ holds }) => `count(*) FILTER (${holds(pair)})`).join(", ")}
     FROM ${joined(pair)}`,
  );
  const [sourceRows = 0, lakeRows = 0, keys = 0, missing = 0, surplus = 0, differing = 0] = (rows[0] ?? []).map(Number);
  return { sourceRows, lakeRows, keys, missing, surplus, different: differing };
}

const shown = (value: string): string => `CAST(${value} AS VARCHAR)`;

/** The first rows by key of which a condition holds, in words: `loan_id 17: amount is 1.00 at the source and 2.00 in the lake`. */
async function examples(connection: DuckDBConnection, pair: Pair, condition: string): Promise<readonly string[]> {
  const key = keyOf(pair);
  const columns = others(pair);
  const { rows } = await ask(
    connection,
    `SELECT ${[
      ...key.map(({ expected, arrived }) => shown(`coalesce(${expected}, ${arrived})`)),
      ...columns.flatMap(({ differs, expected, arrived }) => [differs, shown(expected), shown(arrived)]),
    ].join(", ")}
     FROM ${joined(pair)} WHERE ${condition}
     ORDER BY ${key.map(({ expected, arrived }) => `coalesce(${expected}, ${arrived})`).join(", ")} LIMIT ${EXAMPLES}`,
  );
  return rows.map((row) => example(row, key, columns, condition !== MISSING && condition !== SURPLUS));
}

function example(
  row: TextRow,
  key: readonly ComparedColumn[],
  columns: readonly ComparedColumn[],
  both: boolean,
): string {
  const which = key.map(({ name }, index) => `${name} ${row[index]}`).join(", ");
  if (!both) return which;
  const differing = columns.flatMap(({ name }, index) => {
    const [differs, expected, arrived] = row.slice(key.length + index * 3);
    return differs === "true" ? [`${name} is ${value(expected)} at the source and ${value(arrived)} in the lake`] : [];
  });
  const more = differing.length - COLUMNS_OF_EXAMPLE;
  return `${which}: ${differing.slice(0, COLUMNS_OF_EXAMPLE).join(", ")}${more > 0 ? `, and ${more} more columns` : ""}`;
}

/** Letters that are shown of a value. */
const SHOWN = 200;

const value = (text: string | null | undefined): string => {
  if (text === "") return "''";
  return text !== null && text !== undefined && text.length > SHOWN ? `${text.slice(0, SHOWN)}...` : (text ?? "empty");
};
