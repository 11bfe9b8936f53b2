import { mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { Source, TableContract } from "../model/landscape/types";
import { changesDatabase, curatedDatabase } from "../model/names";
import { qualified, quoted } from "../model/sql/identifiers";
import { mergeStatement, since } from "../model/sql/merge";

/** Changes of a table, the same number every day, as Parquet in one folder a day. */
export interface HistoryProps {
  readonly source: Source;
  readonly table: TableContract;
  readonly folder: string;
  readonly keys: number;
  readonly changesADay: number;
}

/** What a query had to read, and how long it took. */
export interface Reading {
  readonly files: number;
  readonly bytes: number;
  readonly rows: number;
  readonly milliseconds: number;
}

const FILES_A_DAY = 24;
const FIRST_DAY = Date.UTC(2026, 0, 1);
const DAY = 86_400_000;

const dayOf = (number: number): string => new Date(FIRST_DAY + number * DAY).toISOString().slice(0, 10);

/** A history that grows day by day, and the two ways to the current rows. */
export class History {
  private days = 0;

  private constructor(
    private readonly connection: DuckDBConnection,
    private readonly props: HistoryProps,
  ) {}

  public static async of(props: HistoryProps): Promise<History> {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const { source, table } = props;
    await connection.run(`CREATE SCHEMA ${quoted(changesDatabase(source))}`);
    await connection.run(`CREATE SCHEMA ${quoted(curatedDatabase(source))}`);
    await connection.run(
      `CREATE TABLE ${qualified(curatedDatabase(source), table.name)} AS SELECT range AS id, 0::DECIMAL(12,2) AS amount, repeat('n', 40) AS note FROM range(${props.keys})`,
    );
    return new History(connection, props);
  }

  /** Writes days until there are as many as asked for. */
  public async growTo(days: number): Promise<void> {
    const { folder, keys, changesADay, source, table } = this.props;
    for (; this.days < days; this.days += 1) {
      const day = dayOf(this.days);
      const path = join(folder, `dms_commit_date=${day}`);
      mkdirSync(path, { recursive: true });
      for (let file = 0; file < FILES_A_DAY; file += 1) {
        const hour = String(file).padStart(2, "0");
        await this.connection.run(
          `COPY (SELECT CASE WHEN range % 50 = 0 THEN 'D' ELSE 'U' END AS op, '${day} ${hour}:30:00.000000' AS dms_commit_ts,
             lpad(CAST(range AS VARCHAR), 35, '0') AS dms_change_seq, (hash(range + ${this.days * FILES_A_DAY + file}) % ${keys})::BIGINT AS id,
             (range % 1000)::DECIMAL(12,2) AS amount, repeat('n', 40) AS note
           FROM range(${Math.ceil(changesADay / FILES_A_DAY)})) TO '${path}/${day.replaceAll("-", "")}-${hour}3100000.parquet' (FORMAT parquet, COMPRESSION gzip)`,
        );
      }
    }
    await this.connection.run(
      `CREATE OR REPLACE VIEW ${qualified(changesDatabase(source), table.name)} AS SELECT * FROM read_parquet('${folder}/*/*.parquet', hive_partitioning = true, hive_types_autocast = false)`,
    );
  }

  /** A merge of the last hour's changes; it opens the folders of the window alone. */
  public async merge(): Promise<Reading> {
    const { source, table } = this.props;
    const from = `${dayOf(this.days - 1)} 22:00:00`;
    const milliseconds = await this.time(since(mergeStatement(source, table), from));
    return { ...this.folders((day) => day >= from.slice(0, 10)), milliseconds };
  }

  /** The newest row of each key over all history. */
  public async view(): Promise<Reading> {
    const { source, table } = this.props;
    const milliseconds = await this.time(
      `SELECT count(*), sum(amount) FROM (SELECT *, row_number() OVER (PARTITION BY id ORDER BY dms_commit_ts DESC, dms_change_seq DESC) AS newest
         FROM ${qualified(changesDatabase(source), table.name)}) WHERE newest = 1 AND op <> 'D'`,
    );
    return { ...this.folders(() => true), milliseconds };
  }

  private async time(sql: string): Promise<number> {
    const start = process.hrtime.bigint();
    await this.connection.runAndReadAll(sql);
    return Number(process.hrtime.bigint() - start) / 1e6;
  }

  private folders(within: (day: string) => boolean): Omit<Reading, "milliseconds"> {
    const { folder, changesADay } = this.props;
    const days = readdirSync(folder).filter((name) => within(name.replace("dms_commit_date=", "")));
    const files = days.flatMap((day) => readdirSync(join(folder, day)).map((name) => join(folder, day, name)));
    return {
      files: files.length,
      bytes: files.reduce((sum, file) => sum + statSync(file).size, 0),
      rows: days.length * Math.ceil(changesADay / FILES_A_DAY) * FILES_A_DAY,
    };
  }
}
