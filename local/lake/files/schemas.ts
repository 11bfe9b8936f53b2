import type { DuckDBConnection } from "@duckdb/node-api";
import * as v from "valibot";
import { textLiteral } from "../../../model/sql/literals";
import { ask } from "../../engine/rows";

/**
 * Columns of a Parquet file by their names in lower case, in DuckDB's types: `TIMESTAMP_MS` for milliseconds, for which its
 * reader has no name, and `nested` for a nested one.
 */
export type FileSchema = ReadonlyMap<string, string>;

/** Files of which one statement reads the schema; the statement names them all. */
const AT_A_TIME = 2000;

/** What the files hold, each read once. */
export class FileSchemas {
  private readonly byFile = new Map<string, FileSchema>();
  private readonly known = new Map<string, FileSchema>();

  public constructor(private readonly connection: DuckDBConnection) {}

  /** Files that have other content now. */
  public forget(files: readonly string[]): void {
    for (const file of files) this.byFile.delete(file);
  }

  /** Reads the schemas of files that have not been read yet. */
  public async learn(files: readonly string[]): Promise<void> {
    const unread = [...new Set(files)].filter((file) => !this.byFile.has(file));
    for (let from = 0; from < unread.length; from += AT_A_TIME) await this.read(unread.slice(from, from + AT_A_TIME));
  }

  private async read(files: readonly string[]): Promise<void> {
    const list = files.map(textLiteral).join(", ");
    const { rows } = await ask(
      this.connection,
      `SELECT columns, CAST(to_json(list(file_name)) AS VARCHAR) FROM (
         SELECT file_name, CAST(to_json(list([name, coalesce(num_children, 0)::VARCHAR, CASE converted_type WHEN 'TIMESTAMP_MILLIS' THEN 'TIMESTAMP_MS' ELSE coalesce(duckdb_type, 'nested') END] ORDER BY column_id)) AS VARCHAR) AS columns
         FROM parquet_schema([${list}]) GROUP BY file_name
       ) GROUP BY columns`,
    );
    for (const [columns, names] of rows) {
      const text = columns ?? "";
      const schema = this.known.get(text) ?? schemaOf(text);
      this.known.set(text, schema);
      for (const name of v.parse(Names, names)) this.byFile.set(name, schema);
    }
  }

  /** @throws Error when the file has not been learnt */
  public of(file: string): FileSchema {
    const schema = this.byFile.get(file);
    if (schema === undefined) throw new Error(`the schema of ${file} has not been read`);
    return schema;
  }
}

const Names = v.pipe(v.string(), v.parseJson(), v.array(v.string()));
/** Name, number of children, type. */
const Rows = v.pipe(v.string(), v.parseJson(), v.array(v.tuple([v.string(), v.string(), v.string()])));

/** Parquet lists a schema's nodes depth first, the root before all. */
function schemaOf(json: string): FileSchema {
  const rows = v.parse(Rows, json);
  const columns = new Map<string, string>();
  const skip = (from: number): number => {
    let next = from + 1;
    for (let child = 0; child < Number(rows[from]?.[1] ?? 0); child += 1) next = skip(next);
    return next;
  };
  for (let index = 1; index < rows.length; index = skip(index)) {
    const [name, children, type] = rows[index] ?? ["", "0", ""];
    columns.set(name.toLowerCase(), Number(children) > 0 ? "nested" : type);
  }
  return columns;
}
