import { type LakeColumn, lakeColumns } from "../contract/lake-columns";
import { isMicroseconds } from "../contract/microseconds";
import type { Source, TableContract } from "../landscape/types";
import { changesDatabase, curatedDatabase, loadsDatabase } from "../names";
import {
  COMMIT_DATE_PARTITION,
  COMMIT_TIME_COLUMN,
  LOAD_FILES,
  OPERATION_COLUMN,
  SEQUENCE_COLUMN,
  SEQUENCE_LENGTH,
} from "../replication/layout";
import { qualified, quoted } from "./identifiers";
import { isMoment, momentOf } from "./microseconds";
import { sqlType } from "./types";

/** Stands in a statement for the commit time from which on it reads; `since` fills it in. */
export const SINCE = "{}";

/** Names of the merge's own columns; no contract has one that begins with an underscore. */
const STAGE = quoted("_stage");
const ORDER = quoted("_order");
const RANK = quoted("_rank");

const OPERATION = quoted(OPERATION_COLUMN.toLowerCase());
const COMMIT_TIME = quoted(COMMIT_TIME_COLUMN);

/**
 * What a row of the source stands for; the highest of a key wins. A row of the load is older than every change of its
 * generation, whatever its time says: DMS keeps all changes from before it began to load. A row that the table has is a
 * deletion of itself, so that it goes unless the generation has it too.
 */
const STAGES = { current: 0, load: 1, change: 2 } as const;

/**
 * Statement that merges the changes committed from a time on into a current-state table, in Athena's SQL. It takes the
 * newest change of each key by commit time and sequence. The window has no end, so a stale change inside it never comes
 * without the newer one: any window, late or repeated, leaves each key that it touches as its newest change says.
 * `{}` stands twice for the time, `yyyy-MM-dd HH:mm:ss`: Athena takes parameters in no MERGE.
 * https://docs.aws.amazon.com/athena/latest/ug/merge-into-statement.html
 */
export function mergeStatement(source: Source, table: TableContract): string {
  const recent = `${quoted(COMMIT_DATE_PARTITION)} >= substr('${SINCE}', 1, 10) AND ${COMMIT_TIME} >= '${SINCE}'`;
  return statement(source, table, [changes(source, table, [recent])]);
}

/**
 * Statement that makes a current-state table anew from a generation's load and all its changes, in one commit: rows that
 * the generation does not have go. It may run only when the load is complete, or nothing else has filled the table.
 */
export function loadStatement(source: Source, table: TableContract): string {
  return statement(source, table, [changes(source, table, []), load(source, table), current(source, table)]);
}

/** A merge statement with the commit time filled in from which on it reads. */
export const since = (text: string, commitTime: string): string => text.replaceAll(SINCE, commitTime);

const keyOf = (table: TableContract): readonly string[] => table.primaryKey.map((name) => quoted(name.toLowerCase()));

/** Bytes with zeros at their end up to a length: a key must be the same in the load, which has them, and in changes. */
const padded = (name: string, bytes: number): string => `from_hex(rpad(to_hex(${quoted(name)}), ${2 * bytes}, '0'))`;

/** The row's values in the types of the current-state table. */
const values = (columns: readonly LakeColumn[]): readonly string[] =>
  columns.map((column) => {
    const { name, raw, curated, bytes } = column;
    if (bytes !== undefined) return `${padded(name, bytes)} AS ${quoted(name)}`;
    if (isMicroseconds(column)) return `${momentOf(name)} AS ${quoted(name)}`;
    return raw === curated ? quoted(name) : `CAST(${quoted(name)} AS ${sqlType(curated)}) AS ${quoted(name)}`;
  });

/** A key has no empty part at the source; a row with one would be inserted again at every merge. */
function complete(source: Source, table: TableContract): readonly string[] {
  const moments = lakeColumns(source, table).filter(isMicroseconds);
  return table.primaryKey.map((part) => {
    const name = part.toLowerCase();
    return moments.some((column) => column.name === name) ? isMoment(name) : `${quoted(name)} IS NOT NULL`;
  });
}

/** DMS numbers changes by 35 digits; the padding keeps their order should it ever write fewer. */
const PADDED_SEQUENCE = `lpad(coalesce(${quoted(SEQUENCE_COLUMN)}, ''), ${SEQUENCE_LENGTH}, '0')`;

function changes(source: Source, table: TableContract, conditions: readonly string[]): readonly string[] {
  return [
    `SELECT ${[
      `${STAGES.change} AS ${STAGE}`,
      OPERATION,
      COMMIT_TIME,
      `${PADDED_SEQUENCE} AS ${ORDER}`,
      ...values(lakeColumns(source, table)),
    ].join(", ")}`,
    `FROM ${qualified(changesDatabase(source), table.name)}`,
    `WHERE ${[...conditions, ...complete(source, table)].join(" AND ")}`,
  ];
}

function load(source: Source, table: TableContract): readonly string[] {
  const row = [String(STAGES.load), "'I'", "''", "''", ...values(lakeColumns(source, table))];
  return [
    `SELECT ${row.join(", ")}`,
    `FROM ${qualified(loadsDatabase(source), table.name)}`,
    `WHERE ${[LOAD_FILES, ...complete(source, table)].join(" AND ")}`,
  ];
}

function current(source: Source, table: TableContract): readonly string[] {
  const key = keyOf(table);
  const row = lakeColumns(source, table).map(({ name }) => (key.includes(quoted(name)) ? quoted(name) : "NULL"));
  return [
    `SELECT ${[String(STAGES.current), "'D'", "''", "''", ...row].join(", ")}`,
    `FROM ${qualified(curatedDatabase(source), table.name)}`,
  ];
}

const indented = (lines: readonly string[], by: number): readonly string[] =>
  lines.map((line) => `${" ".repeat(by)}${line}`);

function statement(source: Source, table: TableContract, stages: readonly (readonly string[])[]): string {
  const key = keyOf(table);
  const names = lakeColumns(source, table).map(({ name }) => quoted(name));
  const list = [OPERATION, ...names].join(", ");
  const order = `${STAGE} DESC, ${COMMIT_TIME} DESC, ${ORDER} DESC`;
  const others = names.filter((name) => !key.includes(name));
  return [
    `MERGE INTO ${qualified(curatedDatabase(source), table.name)} AS t`,
    "USING (",
    `  SELECT ${list}`,
    "  FROM (",
    `    SELECT ${list}, row_number() OVER (PARTITION BY ${key.join(", ")} ORDER BY ${order}) AS ${RANK}`,
    "    FROM (",
    ...stages.flatMap((stage, index) => [...(index === 0 ? [] : ["      UNION ALL"]), ...indented(stage, 6)]),
    "    )",
    "  )",
    `  WHERE ${RANK} = 1`,
    ") AS s",
    `ON ${key.map((name) => `t.${name} = s.${name}`).join(" AND ")}`,
    `WHEN MATCHED AND s.${OPERATION} = 'D' THEN DELETE`,
    ...(others.length === 0
      ? []
      : [`WHEN MATCHED THEN UPDATE SET ${others.map((name) => `${name} = s.${name}`).join(", ")}`]),
    `WHEN NOT MATCHED AND s.${OPERATION} <> 'D' THEN INSERT (${names.join(", ")}) VALUES (${names.map((name) => `s.${name}`).join(", ")})`,
  ].join("\n");
}
