import type { TableContract } from "../../landscape/types";
import { literal, literals } from "../literals";
import type { ReadinessQuestion } from "../types";
import { ACTUAL_TYPE, declaredType } from "./types";
import { exactly, isOneOf, question } from "./words";

/** Whether a table has the columns and the key of its contract, letter by letter, and values that reach the lake. */
export function columnQuestions({ schema, name, columns, primaryKey }: TableContract): readonly ReadinessQuestion[] {
  const table = `${schema}.${name}`;
  const here = `table_schema = ${literal(schema)} AND table_name = ${literal(name)} AND ${exactly("table_schema")} = ${literal(schema)} AND ${exactly("table_name")} = ${literal(name)}`;
  const from = `FROM information_schema.columns WHERE ${here}`;
  const exists = `EXISTS (SELECT 1 FROM information_schema.tables WHERE ${here} AND table_type = 'BASE TABLE')`;
  const names = Object.keys(columns);
  const copied = Object.entries(columns).filter(([, { classification }]) => classification !== "forbidden");
  const lowered = literals(names.map((column) => column.toLowerCase()));
  const key = primaryKey
    .map((column) => column.toLowerCase())
    .toSorted()
    .join(",");
  const finding = (column: string, ...rest: readonly string[]): string =>
    `CONCAT(${[literal(`${table}.`), column, ...rest].join(", ")})`;
  const rows = names.map((column) => `SELECT ${literal(column)} AS name`).join(" UNION ALL ");
  const types = copied
    .map(
      ([column, { type }]) =>
        `SELECT ${literal(column)} AS name, ${literal(type)} AS declared, ${literal(declaredType(type))} AS type`,
    )
    .join(" UNION ALL ");
  const isCopied = isOneOf(
    "column_name",
    copied.map(([column]) => column),
  );
  return [
    question(
      `Columns of ${table} are spelled as in its contract`,
      [
        `SELECT ${finding("actual.column_name", "' is spelled otherwise than '", "wanted.name")} AS finding FROM (${rows}) AS wanted JOIN (SELECT column_name ${from}) AS actual ON LOWER(actual.column_name) = LOWER(wanted.name) WHERE ${exactly("actual.column_name")} <> ${exactly("wanted.name")}`,
      ],
      `write its spelling as \`nameAtSource\` of the column in the contract, or rename it (ALTER TABLE ${table} RENAME COLUMN): AWS DMS compares names letter by letter, and would copy a forbidden column of another spelling`,
    ),
    question(
      `${table} has the columns of its contract`,
      [
        `SELECT ${finding("wanted.name", "' is missing'")} AS finding FROM (${rows}) AS wanted WHERE ${exists} AND LOWER(wanted.name) NOT IN (SELECT LOWER(column_name) ${from})`,
        `SELECT ${finding("column_name", "' is in no contract'")} ${from} AND LOWER(column_name) NOT IN (${lowered})`,
      ],
      "change the table or its contract; classify every column, for DMS copies each one that is not forbidden",
    ),
    question(
      `${table} has the key of its contract`,
      [
        `SELECT CONCAT(${literal(`${table} has the key (`)}, COALESCE(k.names, ''), ${literal(`), not (${key})`)}) AS finding FROM (SELECT GROUP_CONCAT(LOWER(column_name) ORDER BY ${exactly("LOWER(column_name)")} SEPARATOR ',') AS names FROM information_schema.key_column_usage WHERE ${here} AND constraint_name = 'PRIMARY') AS k WHERE ${exists} AND COALESCE(k.names, '') <> ${literal(key)}`,
        `SELECT ${finding("column_name", "' is in the key by its first '", "sub_part", "' characters only'")} FROM information_schema.statistics WHERE ${here} AND index_name = 'PRIMARY' AND sub_part IS NOT NULL`,
      ],
      "change the primary key, with whole columns, or `primaryKey` of the contract: DMS and the merge find rows by it",
    ),
    question(
      `Columns of ${table} have the types of its contract`,
      [
        `SELECT ${finding("wanted.name", "' is '", "actual.column_type", "', not '", "wanted.declared")} AS finding FROM (${types}) AS wanted JOIN (SELECT column_name AS name, column_type, ${ACTUAL_TYPE} AS type ${from}) AS actual ON LOWER(actual.name) = LOWER(wanted.name) WHERE ${exactly("actual.type")} <> ${exactly("wanted.type")}`,
      ],
      "write the type of the source into the contract, or change the column: the lake makes its own type of the contract's, and values that do not fit it are lost",
    ),
    question(
      `Columns of ${table} are plain`,
      [
        `SELECT ${finding("column_name", "' is '", "LOWER(extra)")} AS finding ${from} AND ${isCopied} AND (extra LIKE '%VIRTUAL GENERATED%' OR extra LIKE '%STORED GENERATED%' OR extra LIKE '%PERSISTENT%' OR extra LIKE '%INVISIBLE%')`,
        `SELECT ${finding("column_name", "' is 0000-00-00 by default'")} ${from} AND ${isCopied} AND column_default LIKE '%0000-00-00%'`,
      ],
      "make it a plain, visible column without zeros for dates, which the application or a trigger fills, or make it `forbidden` in the contract: AWS's own assessment warns of generated and invisible columns, and the lake holds no such date",
    ),
  ];
}
