import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

/** Memory that the engine may use before it writes to disk. */
const MEMORY = "2GB";

/** Starts DuckDB in an empty folder; tables that do not fit into its memory lie there. */
export async function openEngine(folder: string, threads = 2): Promise<DuckDBConnection> {
  mkdirSync(folder, { recursive: true });
  const instance = await DuckDBInstance.create(join(folder, "lake.duckdb"), {
    threads: String(threads),
    memory_limit: MEMORY,
    temp_directory: join(folder, "spill"),
  });
  return await instance.connect();
}
