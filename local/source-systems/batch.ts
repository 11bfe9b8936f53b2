import type { DuckDBAppender, DuckDBConnection } from "@duckdb/node-api";
import { duckDbColumnType } from "./column-types";
import { LOG_COLUMNS } from "./create-systems";
import { CATALOG, logSchema } from "./sql";
import type { BankChange, BankEngine, BankTable } from "./types";

/** Where a change stands in the log of its database. */
export interface Place {
  readonly position: number;
  readonly transaction: number;
  readonly committed: string;
}

/** A row of a log: every value a text, which DuckDB casts as it appends it. */
type LogRow = readonly (string | null)[];

/** Changes of one table on their way into its log. */
export class TableBatch {
  #rows: LogRow[] = [];
  #first = 0;

  readonly #bytes: ReadonlySet<number>;

  constructor(
    readonly engine: BankEngine,
    readonly table: BankTable,
    /** What a row holds in columns that were added since its generator was written. */
    readonly added: readonly ((change: BankChange) => string | null)[] = [],
  ) {
    const types = table.columns.map((column) => duckDbColumnType(engine, column));
    this.#bytes = new Set(types.flatMap((type, index) => (type === "BLOB" ? [LOG_COLUMNS.length + index] : [])));
  }

  get size(): number {
    return this.#rows.length;
  }

  /** Position of the first of the rows. */
  get first(): number {
    return this.#first;
  }

  clear(): void {
    this.#rows = [];
  }

  add({ position, transaction, committed }: Place, change: BankChange): void {
    const extra = this.added.map((valueOf) => valueOf(change));
    const row = [String(position), String(transaction), committed, change.operation, ...change.row, ...extra];
    if (row.length !== LOG_COLUMNS.length + this.table.columns.length) {
      throw new Error(`${this.table.name}: a row has ${change.row.length} values, its table other columns`);
    }
    if (this.#rows.length === 0) this.#first = position;
    this.#rows.push(row);
  }

  /**
   * Appends the rows to the log, value by value: faster than chunks of columns of text, measured, and an error names the
   * value.
   * @throws if a value is none of its column's type
   */
  async flush(connection: DuckDBConnection): Promise<void> {
    const { schema, name } = this.table;
    const appender = await connection.createAppender(name, logSchema(this.table), CATALOG);
    try {
      for (const row of this.#rows) append(appender, row, this.#bytes);
      appender.flushSync();
    } catch (error) {
      // What an appender still has it writes when it is collected, which may be long after the rollback.
      appender.clear();
      throw new Error(`${schema}.${name}: ${messageOf(error)}`, { cause: error });
    } finally {
      appender.closeSync();
    }
    this.clear();
  }
}

function append(appender: DuckDBAppender, row: LogRow, bytes: ReadonlySet<number>): void {
  for (const [index, value] of row.entries()) {
    if (value === null) appender.appendNull();
    else if (bytes.has(index)) appender.appendBlob(Buffer.from(value, "hex"));
    else appender.appendVarchar(value);
  }
  appender.endRow();
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
