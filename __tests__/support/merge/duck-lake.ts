import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { ATHENA_FUNCTIONS, duckDbType } from "../../../local/engine/athena-to-duckdb";
import { ask, type TextRow } from "../../../local/engine/rows";
import { changeColumns, curatedColumns, lakeColumns } from "../../../model/contract/lake-columns";
import type { Source, TableContract } from "../../../model/landscape/types";
import { changesDatabase, curatedDatabase, loadsDatabase } from "../../../model/names";
import { COMMIT_DATE_PARTITION } from "../../../model/replication/layout";
import { qualified, quoted } from "../../../model/sql/identifiers";
import { textLiteral } from "../../../model/sql/literals";

/** A row of a file: what DMS adds, and the values of the columns as SQL. */
export interface FileRow {
  readonly op: "D" | "I" | "U";
  /** `yyyy-MM-dd HH:mm:ss.SSSSSS` */
  readonly committed: string;
  /** Empty in a load. */
  readonly sequence: string;
  readonly values: readonly string[];
}

/** A file of a table's folder, without its ending; a change file lies in the folder of a day. */
export interface DeliveredFile {
  readonly name: string;
  readonly day?: string;
  readonly rows: readonly FileRow[];
}

const tuple = ({ op, committed, sequence, values }: FileRow, ...ends: readonly string[]): string =>
  `(${[textLiteral(op), textLiteral(committed), textLiteral(sequence), ...values, ...ends].join(", ")})`;

const declared = (list: readonly { readonly name: string; readonly type: string }[]) =>
  list.map(({ name, type }) => `${quoted(name)} ${duckDbType(type)}`);

/**
 * The three databases of a source in DuckDB, filled as DMS fills its folders: a table over change files with the day of
 * the folder, a table over everything in the folder, and the current rows.
 */
export class DuckLake {
  private constructor(
    public readonly connection: DuckDBConnection,
    public readonly source: Source,
  ) {}

  public static async of(source: Source): Promise<DuckLake> {
    const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
    const connection = await instance.connect();
    const lake = new DuckLake(connection, source);
    for (const setup of ATHENA_FUNCTIONS) await connection.run(setup);
    for (const database of [changesDatabase, loadsDatabase, curatedDatabase]) {
      await connection.run(`CREATE SCHEMA ${quoted(database(source))}`);
    }
    for (const table of source.tables) await lake.create(table);
    return lake;
  }

  private async create(table: TableContract): Promise<void> {
    const columns = lakeColumns(this.source, table);
    const files = [...declared(changeColumns(columns)), `${quoted("$path")} varchar`];
    const day = `${quoted(COMMIT_DATE_PARTITION)} varchar`;
    const create = (database: string, list: readonly string[]) =>
      this.connection.run(`CREATE TABLE ${qualified(database, table.name)} (${list.join(", ")})`);
    await create(changesDatabase(this.source), [...files, day]);
    await create(loadsDatabase(this.source), files);
    await create(curatedDatabase(this.source), declared(curatedColumns(columns)));
  }

  /** Files of a table; the table over the whole folder sees those of a day too. */
  public async deliver(table: string, files: readonly DeliveredFile[]): Promise<void> {
    const path = ({ name, day }: DeliveredFile): string =>
      textLiteral(`s3://raw/${[table, ...(day === undefined ? [] : [day]), name].join("/")}.parquet`);
    const days = files.flatMap((file) => (file.day === undefined ? [] : [{ file, day: file.day }]));
    await this.insert(
      changesDatabase(this.source),
      table,
      days.flatMap(({ file, day }) => file.rows.map((row) => tuple(row, path(file), textLiteral(day)))),
    );
    await this.insert(
      loadsDatabase(this.source),
      table,
      files.flatMap((file) => file.rows.map((row) => tuple(row, path(file)))),
    );
  }

  private async insert(database: string, table: string, tuples: readonly string[]): Promise<void> {
    if (tuples.length === 0) return;
    await this.connection.run(`INSERT INTO ${qualified(database, table)} VALUES ${tuples.join(", ")}`);
  }

  /** What the catalog shows when it points to the empty folder of another generation. */
  public async nextGeneration(table: string): Promise<void> {
    await this.connection.run(`DELETE FROM ${qualified(changesDatabase(this.source), table)}`);
    await this.connection.run(`DELETE FROM ${qualified(loadsDatabase(this.source), table)}`);
  }

  /** Rows of an answer, each value as text. */
  public async query(sql: string): Promise<readonly TextRow[]> {
    return (await ask(this.connection, sql)).rows;
  }

  /** Current rows, sorted. */
  public async current(table: string): Promise<readonly string[]> {
    const rows = await this.query(`SELECT * FROM ${qualified(curatedDatabase(this.source), table)}`);
    return rows.map((row) => row.join("|")).toSorted();
  }

  public close(): void {
    this.connection.closeSync();
  }
}
