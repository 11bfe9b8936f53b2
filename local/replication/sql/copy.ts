import { quoted } from "../../../model/sql/identifiers";
import { textLiteral } from "../../../model/sql/literals";
import { momentText } from "../../moments";
import type { DeployedTask, PlannedTable } from "../types";
import { loggedValue, selectedChanges, selectedRows } from "./rows";
import { namedValue } from "./written-value";

const HUNDREDTH = 10_000;
const RECORD_DIGITS = 19;

/** Commit time as the source's log has it: MySQL's binary log knows whole seconds only. */
const committed = ({ source }: DeployedTask): string =>
  source.engine === "mysql" ? "date_trunc('second', _committed)" : "_committed";

/**
 * `$AR_H_CHANGE_SEQ`: sixteen digits of a time and nineteen of a number that rises within the task.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TableMapping.SelectionTransformation.Expressions.html
 */
const sequence = (task: DeployedTask): string =>
  [
    `strftime(_committed, '%Y%m%d%H%M%S')`,
    `lpad(CAST(microsecond(${committed(task)}) % 1000000 // ${HUNDREDTH} AS VARCHAR), 2, '0')`,
    `lpad(CAST(_position AS VARCHAR), ${RECORD_DIGITS}, '0')`,
  ].join(" || ");

/** A factor and a modulus that have no divisor in common put positions into an order that looks like none. */
const SHUFFLE = "(_position * 2654435761) % 4294967296";

const copied = ({ target }: DeployedTask, select: string, file: string): string =>
  `COPY (${select}) TO ${textLiteral(file)} (FORMAT parquet, COMPRESSION ${target.compression}, PARQUET_VERSION ${target.parquetVersion})`;

const timestamp = ({ target }: DeployedTask, value: string): readonly string[] =>
  target.timestampColumn === undefined ? [] : [`${value} AS ${quoted(target.timestampColumn)}`];

/**
 * Writes a part of a table's current rows as a file of the full load. The sequence of such rows is empty.
 * @param stamp time in the timestamp column, in microseconds
 */
export function copyLoad(
  task: DeployedTask,
  table: PlannedTable,
  { first, rows, stamp, file }: { first: number; rows: number; stamp: bigint; file: string },
): string {
  const columns = [
    ...(task.target.operationInLoad ? [`'I' AS "Op"`] : []),
    ...timestamp(task, textLiteral(momentText(stamp))),
    ...table.columns.map((column) => namedValue(column, quoted(column.source.name))),
    ...table.sequences.map((name) => `'' AS ${quoted(name)}`),
  ];
  return copied(task, `SELECT ${columns.join(", ")} FROM ${selectedRows(table)} LIMIT ${rows} OFFSET ${first}`, file);
}

/**
 * Writes changes of a table as a file, in an order that is not theirs: DMS stores them without regard to it. A deletion
 * of PostgreSQL carries the key alone, as with the default replica identity, or the whole row, as one of MySQL always does.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Target.S3.html
 */
export function copyChanges(
  task: DeployedTask,
  table: PlannedTable,
  { first, last, file }: { first: bigint; last: bigint; file: string },
): string {
  const value = loggedValue(table);
  const columns = [
    `_op AS "Op"`,
    ...timestamp(task, `strftime(${committed(task)}, '%Y-%m-%d %H:%M:%S.%f')`),
    ...table.columns.map((column) => namedValue(column, value(column.source.name, column.isKey))),
    ...table.sequences.map((name) => `${sequence(task)} AS ${quoted(name)}`),
  ];
  return copied(
    task,
    `SELECT ${columns.join(", ")} FROM ${selectedChanges(table)} WHERE _position BETWEEN ${first} AND ${last} ORDER BY ${SHUFFLE}`,
    file,
  );
}
