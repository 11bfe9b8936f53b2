import type { DuckDBConnection } from "@duckdb/node-api";
import { qualified, quoted } from "../../model/sql/identifiers";
import { textLiteral } from "../../model/sql/literals";
import { duckDbType } from "../engine/athena-to-duckdb";
import { ask } from "../engine/rows";
import { type IcebergTable, nameOf } from "./catalog/types";
import { LakeError } from "./error";

/** https://docs.aws.amazon.com/athena/latest/ug/querying-iceberg-supported-data-types.html */
const NOT_IN_ICEBERG = /^(?:tinyint|smallint|char|varchar)\b/;

/**
 * Makes an Iceberg table, or adds the columns that an existing one has got since.
 * @throws LakeError when a type has changed, or is none of Iceberg's
 */
export async function createIceberg(connection: DuckDBConnection, table: IcebergTable): Promise<void> {
  const wrong = table.columns.filter(({ type }) => NOT_IN_ICEBERG.test(type));
  if (wrong.length > 0) {
    throw new LakeError(
      `${nameOf(table)}: Iceberg in Athena has no ${wrong.map(({ name, type }) => `${type} (${name})`).join(", ")}`,
    );
  }
  const { database, name } = table;
  const columns = table.columns.map((column) => `${quoted(column.name)} ${duckDbType(column.type)}`);
  await connection.run(`CREATE TABLE IF NOT EXISTS ${qualified(database, name)} (${columns.join(", ")})`);
  for (const column of columns) {
    await connection.run(`ALTER TABLE ${qualified(database, name)} ADD COLUMN IF NOT EXISTS ${column}`);
  }
  await refuseOtherTypes(connection, table);
}

async function refuseOtherTypes(connection: DuckDBConnection, table: IcebergTable): Promise<void> {
  const { rows } = await ask(
    connection,
    `SELECT column_name, data_type FROM duckdb_columns() WHERE database_name = current_database() AND schema_name = ${textLiteral(table.database)} AND table_name = ${textLiteral(table.name)}`,
  );
  const there = new Map(rows.map(([name, type]) => [name, type]));
  for (const { name, type } of table.columns) {
    const wanted = await ask(connection, `SELECT typeof(CAST(NULL AS ${duckDbType(type)}))`);
    if (there.get(name) !== wanted.rows[0]?.[0]) {
      throw new LakeError(
        `${nameOf(table)}.${name} is ${there.get(name) ?? "missing"} here and ${type} in the catalog`,
      );
    }
  }
}
