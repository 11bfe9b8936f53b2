import { lakeColumns } from "../contract/lake-columns";
import type { Source, TableContract } from "../landscape/types";
import { changesDatabase, curatedDatabase } from "../names";
import { COMMIT_DATE_PARTITION, COMMIT_TIME_COLUMN, OPERATION_COLUMN, SEQUENCE_COLUMN } from "../replication/layout";
import { quoted } from "./identifiers";

/**
 * Statement that brings a current-state table up to date with its changes of the last days, in Athena's SQL; the number
 * of days is its one parameter. It takes the newest change of each key by commit time and sequence. The window always
 * ends now, so a change inside it can never be older than what the table holds, and a second run changes nothing.
 * https://docs.aws.amazon.com/athena/latest/ug/merge-into-statement.html
 */
export function mergeStatement(source: Source, table: TableContract): string {
  const columns = lakeColumns(source, table);
  const key = table.primaryKey.map((name) => quoted(name.toLowerCase()));
  const operation = quoted(OPERATION_COLUMN.toLowerCase());
  const sequence = `coalesce(nullif(${quoted(SEQUENCE_COLUMN)}, ''), '0')`;
  const names = columns.map(({ name }) => quoted(name));
  const values = columns.map(({ name, raw, curated }) =>
    raw === curated ? quoted(name) : `CAST(${quoted(name)} AS ${curated}) AS ${quoted(name)}`,
  );
  const others = names.filter((name) => !key.includes(name));
  const update =
    others.length === 0
      ? []
      : [`WHEN MATCHED THEN UPDATE SET ${others.map((name) => `${name} = s.${name}`).join(", ")}`];
  return [
    `MERGE INTO ${quoted(curatedDatabase(source))}.${quoted(table.name)} AS t`,
    "USING (",
    `  SELECT ${[operation, ...values].join(", ")}`,
    "  FROM (",
    `    SELECT *, row_number() OVER (PARTITION BY ${key.join(", ")} ORDER BY ${quoted(COMMIT_TIME_COLUMN)} DESC, ${sequence} DESC) AS newest`,
    `    FROM ${quoted(changesDatabase(source))}.${quoted(table.name)}`,
    `    WHERE ${quoted(COMMIT_DATE_PARTITION)} >= date_format(date_add('day', -CAST(? AS bigint), current_date), '%Y-%m-%d')`,
    "  )",
    "  WHERE newest = 1",
    ") AS s",
    `ON ${key.map((name) => `t.${name} = s.${name}`).join(" AND ")}`,
    `WHEN MATCHED AND s.${operation} = 'D' THEN DELETE`,
    ...update,
    `WHEN NOT MATCHED AND s.${operation} <> 'D' THEN INSERT (${names.join(", ")}) VALUES (${names.map((name) => `s.${name}`).join(", ")})`,
  ].join("\n");
}
