import { quoted } from "../../../model/sql/identifiers";
import type { DeployedTask, PlannedColumn, PlannedTable } from "../types";

const BYTES: Readonly<Record<string, number>> = {
  BOOLEAN: 1,
  DATE: 4,
  FLOAT: 4,
  INTEGER: 4,
  SMALLINT: 2,
  TINYINT: 1,
  UINTEGER: 4,
  USMALLINT: 2,
  UTINYINT: 1,
};
const OPERATION = 1;
const STAMP = 26;
const SEQUENCE = 35;
const NUMBER = 8;
const DECIMAL = 16;
const SAMPLE = 1000;

const isText = ({ type }: PlannedColumn): boolean => type === "BLOB" || type === "VARCHAR";
const fixed = ({ type }: PlannedColumn): number => BYTES[type] ?? (type.startsWith("DECIMAL") ? DECIMAL : NUMBER);

/** Bytes of a row without its texts. */
export function fixedWidth({ target }: DeployedTask, { columns, sequences }: PlannedTable): number {
  const values = columns.filter((column) => !isText(column)).reduce((sum, column) => sum + fixed(column), 0);
  return OPERATION + (target.timestampColumn === undefined ? 0 : STAMP) + sequences.length * SEQUENCE + values;
}

/** Asks for the average bytes of the texts of a row, among the first rows; null when there is no row. */
export function textWidth({ columns }: PlannedTable, rows: string): string {
  const lengths = columns
    .filter(isText)
    .map(({ source }) => `coalesce(octet_length(encode(CAST(${quoted(source.name)} AS VARCHAR))), 0)`);
  return `SELECT avg(${["0", ...lengths].join(" + ")}) FROM (SELECT * FROM ${rows} LIMIT ${SAMPLE})`;
}
