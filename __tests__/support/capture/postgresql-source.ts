import type { Client } from "pg";
import { apply } from "../../../functions/readiness/apply.cjs";
import { bankValue, postgresqlTransactions } from "../../../local/source-logs/postgresql";
import type { BankDatabase, BankRow, BankTable, BankTransaction } from "../../../local/source-systems";
import type { Source } from "../../../model/landscape/types";
import { readinessPlan } from "../../../model/readiness/plan";
import { asDatabase, Postgresql } from "../../databases/postgresql";
import { findingsOf } from "../../databases/traps";
import { first } from "../json";
import { figuresStatement } from "./questions";
import { PASSWORD, type RealSource, type Viewer } from "./source";
import { Statements } from "./statements";

const SLOT = "lake";
const quoted = (name: string): string => `"${name}"`;

/** Values as the server prints them; as a cast, some have another text. */
const AS_PRINTED = { getTypeParser: () => (value: string) => value };

/** A database of the bank on a real PostgreSQL. */
export class PostgresqlSource implements RealSource {
  private readonly statements = new Statements({
    name: quoted,
    placeholder: (number) => `$${number}`,
    value: ({ type }, value) => (type === "bytea" ? Buffer.from(value, "hex") : value),
  });
  private replication: Client | undefined;

  private constructor(
    private readonly server: Postgresql,
    private readonly root: Client,
    private readonly source: Source,
    public readonly database: BankDatabase,
  ) {}

  public static async start(source: Source, database: BankDatabase): Promise<PostgresqlSource> {
    const server = await Postgresql.start();
    const maintenance = await server.connect("postgres", undefined, "postgres");
    await maintenance.query("CREATE ROLE rds_replication REPLICATION");
    await maintenance.query(`CREATE DATABASE ${quoted(database.database)}`);
    await maintenance.end();
    const root = await server.connect("postgres", undefined, database.database);
    await root.query("SET TIME ZONE 'UTC'");
    for (const schema of new Set(database.tables.map((table) => table.schema))) {
      await root.query(`CREATE SCHEMA ${quoted(schema)}`);
    }
    return new PostgresqlSource(server, root, source, database);
  }

  public async run(...statements: readonly string[]): Promise<void> {
    for (const sql of statements) await this.root.query(sql);
  }

  public async commit({ changes }: BankTransaction): Promise<void> {
    await this.root.query("BEGIN");
    for (const change of changes) {
      const { sql, values } = this.statements.of(change);
      await this.root.query(sql, [...values]);
    }
    await this.root.query("COMMIT");
  }

  public async rows({ schema, name, columns }: BankTable, viewer: Viewer): Promise<readonly BankRow[]> {
    const list = columns.map((column) => quoted(column.name)).join(", ");
    const text = `SELECT ${list} FROM ${quoted(schema)}.${quoted(name)}`;
    const { rows } = await this.as(viewer).query<(string | null)[]>({ text, rowMode: "array", types: AS_PRINTED });
    return rows.map((row) =>
      columns.map((column, index) => {
        const value = row[index] ?? null;
        return value === null ? null : bankValue(column, value);
      }),
    );
  }

  public async captured(): Promise<readonly BankTransaction[]> {
    const lines = await asDatabase(this.as("replication")).query(
      `SELECT data FROM pg_logical_slot_get_changes('${SLOT}', NULL, NULL, 'include-timestamp', 'on', 'skip-empty-xacts', 'on')`,
    );
    return postgresqlTransactions(this.database, lines);
  }

  public async prepare(): Promise<void> {
    const plan = { ...readinessPlan(this.source), before: [], after: [] };
    await apply({ source: this.source.name, plan }, PASSWORD, asDatabase(this.root));
    // Aurora's role has the right by itself; here it is an attribute, which is not inherited.
    await this.root.query("ALTER ROLE lake_replication REPLICATION");
    this.replication = await this.server.connect("lake_replication", PASSWORD, this.database.database);
    await this.replication.query("SET TIME ZONE 'UTC'");
    await this.replication.query(`SELECT pg_create_logical_replication_slot('${SLOT}', 'test_decoding')`);
  }

  public findings(): Promise<readonly string[]> {
    return findingsOf(readinessPlan(this.source), asDatabase(this.root));
  }

  public async figures(table: string): Promise<readonly string[]> {
    const text = figuresStatement(this.source, table);
    const { rows } = await this.as("replication").query<unknown[]>({ text, rowMode: "array" });
    return first(rows).map(String);
  }

  public async stop(): Promise<void> {
    await this.replication?.end();
    await this.root.end();
    await this.server.stop();
  }

  private as(viewer: Viewer): Client {
    if (viewer === "bank") return this.root;
    if (this.replication === undefined) throw new Error("the source has no replication user yet");
    return this.replication;
  }
}
