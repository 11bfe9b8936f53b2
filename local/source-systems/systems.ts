import type { DuckDBConnection } from "@duckdb/node-api";
import { textLiteral } from "../../model/sql/literals";
import { momentText } from "../moments";
import { TableBatch } from "./batch";
import { bringUpStatements } from "./bring-up";
import { declaredRules, problemsOf } from "./checks";
import { createStatements, declared } from "./create-systems";
import type { Rule } from "./rule";
import { CATALOG, currentOf, logOf } from "./sql";
import type { BankChange, BankColumn, BankDatabase, BankTable, BankTransaction } from "./types";

/** Changes that are appended and brought into the current tables together: bounds the memory that `apply` needs. */
const BATCH = 100_000;

/** Where the systems are kept, and how they are written. */
export interface SystemsOptions {
  /** File that DuckDB keeps them in; without one they are in memory. */
  readonly file?: string;
  /** Changes that are written together; 100,000 unless told. The outcome does not depend on it. */
  readonly batch?: number;
  /**
   * What holds in the data besides what the tables declare.
   * @default - nothing
   */
  readonly rules?: readonly Rule[];
}

/** What `apply` did. */
export interface Applied {
  readonly transactions: number;
  readonly changes: number;
}

/** What a column that was added holds in rows written since, by default the row's first value as a text. */
export type ValueOf = (change: BankChange) => string | null;

/** How far the log of one database has come. */
interface Progress {
  position: number;
  transaction: number;
}

/**
 * A bank's databases in DuckDB, as catalog `bank`: current rows and a log of what was committed for each table. Calls must be awaited one after the other: each is a transaction of the connection.
 */
export class BankSystems {
  readonly #batches = new Map<string, TableBatch>();
  readonly #progress = new Map<BankDatabase, Progress>();

  private constructor(
    readonly connection: DuckDBConnection,
    readonly databases: readonly BankDatabase[],
    readonly batch: number,
    readonly rules: readonly Rule[],
  ) {
    for (const database of databases) {
      this.#progress.set(database, { position: 0, transaction: 0 });
      const { tables } = database;
      for (const table of tables) this.#batches.set(currentOf(table), new TableBatch(database.engine, table));
    }
  }

  /** Creates the systems, empty. */
  static async open(
    connection: DuckDBConnection,
    databases: readonly BankDatabase[],
    { file, batch, rules }: SystemsOptions = {},
  ): Promise<BankSystems> {
    await connection.run(`ATTACH ${textLiteral(file ?? ":memory:")} AS ${CATALOG}`);
    for (const statement of createStatements(databases)) await connection.run(statement);
    return new BankSystems(connection, databases, batch ?? BATCH, rules ?? []);
  }

  /** The tables as they are now, with columns that were added. */
  tables({ tables }: BankDatabase): readonly BankTable[] {
    return tables.map((table) => this.#batch(table).table);
  }

  /** Commits transactions: into the logs, and into the current tables. */
  apply(transactions: Iterable<BankTransaction>): Promise<Applied> {
    return this.#commit(transactions, true);
  }

  /** Commits transactions of the time before change capture: the logs do not keep them. */
  applyOpening(transactions: Iterable<BankTransaction>): Promise<Applied> {
    return this.#commit(transactions, false);
  }

  /** Deletes what a database's logs hold of commits up to a moment (microseconds), that one included. */
  async forgetLog({ tables }: BankDatabase, upTo: bigint): Promise<void> {
    for (const table of tables) {
      await this.connection.run(`DELETE FROM ${logOf(table)} WHERE _committed <= make_timestamp(${upTo})`);
    }
  }

  /**
   * Adds a column at the source: rows that are there have nothing in it, rows written from now on a value.
   * @throws if the column must not be empty, or without `valueOf` is no text
   */
  async addColumn(table: BankTable, column: BankColumn, valueOf?: ValueOf): Promise<void> {
    if (!column.nullable) throw new Error(`${column.name}: a column that is added must be nullable`);
    if (valueOf === undefined && !/^(?:text$|varchar\()/.test(column.type)) {
      throw new Error(`${column.name}: say which values a column of type ${column.type} shall have`);
    }
    const { engine, table: before, added } = this.#batch(table);
    for (const name of [currentOf(table), logOf(table)]) {
      await this.connection.run(`ALTER TABLE ${name} ADD COLUMN ${declared(engine, column)}`);
    }
    const after = { ...before, columns: [...before.columns, column] };
    const values = [...added, valueOf ?? (({ row }: BankChange) => `of ${row[0] ?? ""}`)];
    this.#batches.set(currentOf(table), new TableBatch(engine, after, values));
  }

  /** What is wrong with the data itself, in words; empty when it is sound. For times between transactions. */
  checks(): Promise<readonly string[]> {
    return problemsOf(this.connection, [
      ...declaredRules(this.databases.flatMap((database) => this.tables(database))),
      ...this.rules,
    ]);
  }

  #batch(table: BankTable): TableBatch {
    const batch = this.#batches.get(currentOf(table));
    if (batch === undefined) throw new Error(`the bank has no table ${table.schema}.${table.name}`);
    return batch;
  }

  async #commit(transactions: Iterable<BankTransaction>, isLogged: boolean): Promise<Applied> {
    let [count, changes, waiting] = [0, 0, 0];
    for (const transaction of transactions) {
      this.#take(transaction);
      count += 1;
      changes += transaction.changes.length;
      waiting += transaction.changes.length;
      if (waiting < this.batch) continue;
      await this.#flush(isLogged);
      waiting = 0;
    }
    await this.#flush(isLogged);
    return { transactions: count, changes };
  }

  #take({ database, committed, changes }: BankTransaction): void {
    const progress = this.#progress.get(database);
    if (progress === undefined) throw new Error(`the bank has no database ${database.database}`);
    progress.transaction += 1;
    const when = momentText(committed);
    for (const change of changes) {
      progress.position += 1;
      const place = { position: progress.position, transaction: progress.transaction, committed: when };
      this.#batch(change.table).add(place, change);
    }
  }

  async #flush(isLogged: boolean): Promise<void> {
    await this.connection.run("BEGIN TRANSACTION");
    try {
      for (const batch of this.#batches.values()) if (batch.size > 0) await this.#flushTable(batch, isLogged);
      await this.connection.run("COMMIT");
    } catch (error) {
      await this.connection.run("ROLLBACK");
      for (const batch of this.#batches.values()) batch.clear();
      throw error;
    }
  }

  async #flushTable(batch: TableBatch, isLogged: boolean): Promise<void> {
    const { table, first } = batch;
    await batch.flush(this.connection);
    for (const statement of bringUpStatements(table, first)) await this.connection.run(statement);
    if (!isLogged) await this.connection.run(`DELETE FROM ${logOf(table)} WHERE _position >= ${first}`);
  }
}
