import type { Connection, RowDataPacket } from "mysql2/promise";
import { apply } from "../../../functions/readiness/apply.cjs";
import { mysqlTransactions } from "../../../local/source-logs/mysql";
import type { BankColumn, BankDatabase, BankRow, BankTable, BankTransaction } from "../../../local/source-systems";
import type { Source } from "../../../model/landscape/types";
import { readinessPlan } from "../../../model/readiness/plan";
import { asDatabase, MariaDb } from "../../databases/mariadb";
import { findingsOf } from "../../databases/traps";
import { first, text } from "../json";
import { readBinaryLog } from "./binary-log";
import { figuresStatement } from "./questions";
import { PASSWORD, type RealSource, type Viewer } from "./source";
import { Statements } from "./statements";

const BYTES = /^(?:var)?binary|blob$/i;
const quoted = (name: string): string => `\`${name}\``;

/** A column as text that loses nothing. */
function selected({ name, type }: BankColumn): string {
  const column = quoted(name);
  if (BYTES.test(type)) return `LOWER(HEX(${column}))`;
  if (/^bit/i.test(type)) return `${column} + 0`;
  // The server shows six digits of a float; the log has all bits of it.
  return /^float/i.test(type) ? `CAST(${column} AS DOUBLE)` : column;
}

/** A database of the bank on a real MariaDB. */
export class MariaDbSource implements RealSource {
  private readonly statements = new Statements({
    name: quoted,
    placeholder: () => "?",
    value: ({ type }, value) => {
      if (BYTES.test(type)) return Buffer.from(value, "hex");
      return /^bit/i.test(type) ? Number(value) : value;
    },
  });
  private replication: Connection | undefined;

  private constructor(
    private readonly server: MariaDb,
    private readonly source: Source,
    public readonly database: BankDatabase,
    private file: string,
  ) {}

  /** @param settings parameters of the server besides those that every test has */
  public static async start(
    source: Source,
    database: BankDatabase,
    settings: readonly string[] = [],
  ): Promise<MariaDbSource> {
    const server = await MariaDb.start([
      "--binlog-row-metadata=FULL",
      "--character-set-server=utf8mb4",
      "--default-time-zone=+00:00",
      // A crash is no matter of these tests, and every commit would wait for the disk.
      "--innodb-flush-log-at-trx-commit=0",
      ...settings,
    ]);
    await server.root.query("SET time_zone = '+00:00'");
    for (const schema of new Set(database.tables.map((table) => table.schema))) {
      await server.root.query(`CREATE DATABASE ${quoted(schema)}`);
    }
    return new MariaDbSource(server, source, database, await currentFile(server.root));
  }

  public async run(...statements: readonly string[]): Promise<void> {
    for (const sql of statements) await this.server.root.query(sql);
  }

  public async commit({ changes }: BankTransaction): Promise<void> {
    const { root } = this.server;
    await root.query("START TRANSACTION");
    for (const change of changes) {
      const { sql, values } = this.statements.of(change);
      await root.query(sql, [...values]);
    }
    await root.query("COMMIT");
  }

  public async rows({ schema, name, columns }: BankTable, viewer: Viewer): Promise<readonly BankRow[]> {
    const sql = `SELECT ${columns.map(selected).join(", ")} FROM ${quoted(schema)}.${quoted(name)}`;
    const [rows] = await this.as(viewer).query<RowDataPacket[]>({
      sql,
      rowsAsArray: true,
      typeCast: (field) => field.string(),
    });
    return rows.map((row) => Object.values(row).map((value: unknown) => (value === null ? null : text(value))));
  }

  public async captured(): Promise<readonly BankTransaction[]> {
    const { file } = this;
    await this.server.root.query("FLUSH BINARY LOGS");
    this.file = await currentFile(this.server.root);
    const reader = this.server.options("lake_replication", PASSWORD);
    return mysqlTransactions(this.database, await readBinaryLog(reader, { file, next: this.file }));
  }

  public async prepare(): Promise<void> {
    const plan = { ...readinessPlan(this.source), before: [], after: [] };
    await apply({ source: this.source.name, plan }, PASSWORD, asDatabase(this.server.root));
    this.replication = await this.server.connect("lake_replication", PASSWORD);
  }

  public async findings(): Promise<readonly string[]> {
    const owner = await this.server.connect("lake_owner", "owner");
    const found = await findingsOf(readinessPlan(this.source), asDatabase(owner));
    await owner.end();
    return found;
  }

  public async figures(table: string): Promise<readonly string[]> {
    const [rows] = await this.as("replication").query<RowDataPacket[]>({
      sql: figuresStatement(this.source, table),
      rowsAsArray: true,
    });
    return Object.values(first(rows)).map(String);
  }

  public async stop(): Promise<void> {
    await this.replication?.end();
    await this.server.stop();
  }

  private as(viewer: Viewer): Connection {
    if (viewer === "bank") return this.server.root;
    if (this.replication === undefined) throw new Error("the source has no replication user yet");
    return this.replication;
  }
}

/** The file that the server writes its log to now. */
async function currentFile(root: Connection): Promise<string> {
  const [rows] = await root.query<RowDataPacket[]>("SHOW MASTER STATUS");
  return String(first(rows)["File"]);
}
