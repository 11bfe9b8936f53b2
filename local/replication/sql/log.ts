import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";
import { quoted } from "../../../model/sql/identifiers";
import { logOf } from "../../source-systems/sql";
import type { LogPart } from "../batches/cut";
import type { PlannedTable } from "../types";
import { selectedChanges } from "./rows";

/** A moment in microseconds, for SQL. */
const moment = (microseconds: bigint): string => `make_timestamp(${microseconds})`;

async function rowsOf(connection: DuckDBConnection, sql: string): Promise<readonly (readonly DuckDBValue[])[]> {
  return (await connection.runAndReadAll(sql)).getRows();
}

const whole = (value: DuckDBValue | undefined): bigint => BigInt(String(value ?? 0));

/** The one number that a statement answers; nothing when it is null. */
export async function numberOf(connection: DuckDBConnection, sql: string): Promise<number | undefined> {
  const value = (await rowsOf(connection, sql))[0]?.[0];
  return value === undefined || value === null ? undefined : Number(value);
}

/** The first text that a statement answers; nothing without a row. */
export async function textOf(connection: DuckDBConnection, sql: string): Promise<string | undefined> {
  const value = (await rowsOf(connection, sql))[0]?.[0];
  return typeof value === "string" ? value : undefined;
}

/** Position of the last change committed by a time; zero when there is none. */
export async function lastPosition(connection: DuckDBConnection, table: PlannedTable, until: bigint): Promise<bigint> {
  const sql = `SELECT max(_position) FROM ${logOf(table.source)} WHERE _committed <= ${moment(until)}`;
  return whole((await rowsOf(connection, sql))[0]?.[0]);
}

/**
 * Changes after a position and until a time, counted by second of commit and by position, so that no part has more than
 * `step` rows: what batches are cut from without looking at rows.
 */
export async function logParts(
  connection: DuckDBConnection,
  table: PlannedTable,
  { after, until, step }: { readonly after: bigint; readonly until: bigint; readonly step: number },
): Promise<readonly LogPart[]> {
  const rows = await rowsOf(
    connection,
    `SELECT epoch_us(_committed) // 1000000 AS second, min(_position) AS first, max(_position), count(*)
     FROM ${selectedChanges(table)} WHERE _position > ${after} AND _committed <= ${moment(until)}
     GROUP BY second, _position // ${step} ORDER BY first`,
  );
  return rows.map(([second, first, last, count]) => ({
    second: whole(second),
    first: whole(first),
    last: whole(last),
    rows: Number(count),
  }));
}

/** Bytes of the longest large object in rows. */
export async function longestObject(
  connection: DuckDBConnection,
  { columns }: PlannedTable,
  rows: string,
): Promise<number> {
  const lengths = columns
    .filter(({ isLob }) => isLob)
    .map(({ source, type }) => {
      const name = quoted(source.name);
      return `max(octet_length(${type === "BLOB" ? name : `encode(${name})`}))`;
    });
  if (lengths.length === 0) return 0;
  return (await numberOf(connection, `SELECT greatest(${["0", ...lengths].join(", ")}) FROM ${rows}`)) ?? 0;
}
