import { type DuckDBConnection, DuckDBDataChunk, VARCHAR } from "@duckdb/node-api";
import { mysqlMoment } from "./calendar";
import { LOG_COLUMNS } from "./create-systems";
import { CATALOG, logSchema } from "./sql";
import type { BankChange, BankTable } from "./types";

/** Rows of a DuckDB vector. */
const CHUNK = 2048;

/** Where a change stands in the log of its database. */
export interface Place {
  readonly position: number;
  readonly transaction: number;
  readonly committed: string;
}

/** Changes of one table on their way into its log: columns of text, which DuckDB casts as it appends them. */
export class TableBatch {
  #columns: (string | null)[][] = [];
  #rows = 0;
  #first = 0;

  constructor(
    readonly table: BankTable,
    /** What a row holds in columns that were added since its generator was written. */
    readonly added: readonly ((change: BankChange) => string | null)[] = [],
  ) {
    this.clear();
  }

  get rows(): number {
    return this.#rows;
  }

  /** Position of the first of the rows. */
  get first(): number {
    return this.#first;
  }

  clear(): void {
    this.#columns = Array.from({ length: LOG_COLUMNS.length + this.table.columns.length }, () => []);
    this.#rows = 0;
  }

  add({ position, transaction, committed }: Place, change: BankChange): void {
    const extra = this.added.map((valueOf) => valueOf(change));
    const values = [String(position), String(transaction), committed, change.operation, ...change.row, ...extra];
    if (values.length !== this.#columns.length) {
      throw new Error(`${this.table.name}: a row has ${change.row.length} values, its table other columns`);
    }
    for (const [index, value] of values.entries()) this.#columns[index]?.push(value);
    if (this.#rows === 0) this.#first = position;
    this.#rows += 1;
  }

  /**
   * Appends the rows to the table's log.
   * @throws if a value is none of its column's type
   */
  async flush(connection: DuckDBConnection): Promise<void> {
    const { schema, name } = this.table;
    const appender = await connection.createAppender(name, logSchema(schema), CATALOG);
    try {
      for (let from = 0; from < this.#rows; from += CHUNK) appender.appendDataChunk(this.#chunk(from));
    } catch (error) {
      // What an appender still has it writes when it is collected, which may be long after the rollback.
      appender.clear();
      throw new Error(`${schema}.${name}: a row does not fit its columns`, { cause: error });
    } finally {
      appender.closeSync();
    }
    this.clear();
  }

  #chunk(from: number): DuckDBDataChunk {
    const types = this.#columns.map(() => VARCHAR);
    const chunk = DuckDBDataChunk.create(types, Math.min(CHUNK, this.#rows - from));
    chunk.setColumns(this.#columns.map((values) => values.slice(from, from + CHUNK)));
    return chunk;
  }
}

/** A commit's moment with all its microseconds, as DuckDB reads it. */
export const committedText = (micros: bigint): string =>
  `${mysqlMoment(Number(micros)).slice(0, -3)}${String(micros % 1000n).padStart(3, "0")}`;
