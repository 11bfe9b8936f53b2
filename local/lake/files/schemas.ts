import type { DuckDBConnection } from "@duckdb/node-api";
import { textLiteral } from "../../engine/sql";

/** Columns of a Parquet file by their names in lower case, in DuckDB's types; a nested one is `nested`. */
export type FileSchema = ReadonlyMap<string, string>;

/** Files of which one statement reads the schema; the statement names them all. */
const AT_A_TIME = 2000;

/** What the files hold, each read once: a file of the lake never changes. */
export class FileSchemas {
  private readonly byFile = new Map<string, FileSchema>();
  private readonly known = new Map<string, FileSchema>();

  public constructor(private readonly connection: DuckDBConnection) {}

  /** Reads the schemas of files that have not been read yet. */
  public async learn(files: readonly string[]): Promise<void> {
    const unread = files.filter((file) => !this.byFile.has(file));
    for (let from = 0; from < unread.length; from += AT_A_TIME) await this.read(unread.slice(from, from + AT_A_TIME));
  }

  private async read(files: readonly string[]): Promise<void> {
    const list = files.map(textLiteral).join(", ");
    const reader = await this.connection.runAndReadAll(
      `SELECT columns, list(file_name) FROM (
         SELECT file_name, CAST(to_json(list([name, coalesce(num_children, 0)::VARCHAR, coalesce(duckdb_type, 'nested')] ORDER BY column_id)) AS VARCHAR) AS columns
         FROM parquet_schema([${list}]) GROUP BY file_name
       ) GROUP BY columns`,
    );
    for (const [columns, names] of reader.getRowsJson()) {
      const text = String(columns);
      const schema = this.known.get(text) ?? schemaOf(text);
      this.known.set(text, schema);
      if (Array.isArray(names)) for (const name of names) this.byFile.set(String(name), schema);
    }
  }

  /** @throws Error when the file has not been learnt */
  public of(file: string): FileSchema {
    const schema = this.byFile.get(file);
    if (schema === undefined) throw new Error(`the schema of ${file} has not been read`);
    return schema;
  }
}

type Row = readonly [name: string, children: string, type: string];

/** Parquet lists a schema's nodes depth first, the root before all. */
function schemaOf(json: string): FileSchema {
  const rows: readonly Row[] = JSON.parse(json);
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
