import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { BankDatabase, BankTable } from "../../../local/source-systems/types";
import type { NewObject, ObjectStore } from "../../../local/store/types";
import { textLiteral } from "../../../model/sql/literals";

/** DuckDB types in which the sample bank keeps its columns. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^bigint/, "BIGINT"],
  [/^smallint unsigned/, "USMALLINT"],
  [/^(?:decimal|numeric)(\(.+\))/, "DECIMAL$1"],
  [/^date$/, "DATE"],
  [/^boolean/, "BOOLEAN"],
  [/^timestamp/, "TIMESTAMP"],
  [/./, "VARCHAR"],
];

function duckType(declared: string): string {
  const [pattern, type] = TYPES.find(([each]) => each.test(declared)) ?? [/./, "VARCHAR"];
  return type.replace("$1", pattern.exec(declared)?.[1] ?? "");
}

const literal = (value: string | null): string => (value === null ? "NULL" : textLiteral(value));

/** A change as a test writes it: values in the order of the columns. */
export type Change = readonly ["D" | "I" | "U", BankTable, ...(string | null)[]];

/** Source systems in the catalog `bank`, filled commit by commit. */
export class SourceSystems {
  private position = 0;
  private transaction = 0;

  private constructor(public readonly connection: DuckDBConnection) {}

  public static async open(...databases: readonly BankDatabase[]): Promise<SourceSystems> {
    const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
    await connection.run("ATTACH ':memory:' AS bank");
    for (const { schema, name, columns } of databases.flatMap(({ tables }) => tables)) {
      const list = columns.map((column) => `"${column.name}" ${duckType(column.type)}`).join(", ");
      for (const [each, before] of [
        [schema, ""],
        [`${schema}_log`, "_position BIGINT, _transaction BIGINT, _committed TIMESTAMP, _op VARCHAR, "],
      ] as const) {
        await connection.run(`CREATE SCHEMA IF NOT EXISTS bank."${each}"`);
        await connection.run(`CREATE TABLE bank."${each}"."${name}" (${before}${list})`);
      }
    }
    return new SourceSystems(connection);
  }

  /** @param at `yyyy-MM-dd HH:mm:ss[.SSSSSS]`, UTC */
  public async commit(at: string, ...changes: readonly Change[]): Promise<void> {
    this.transaction += 1;
    for (const [operation, { schema, name, columns, primaryKey }, ...values] of changes) {
      this.position += 1;
      const row = values.map(literal).join(", ");
      await this.connection.run(
        `INSERT INTO bank."${schema}_log"."${name}" VALUES (${this.position}, ${this.transaction}, '${at}', '${operation}', ${row})`,
      );
      const keys = primaryKey.map((key) => {
        const value = values[columns.findIndex((column) => column.name === key)] ?? null;
        return `"${key}" = ${literal(value)}`;
      });
      await this.connection.run(`DELETE FROM bank."${schema}"."${name}" WHERE ${keys.join(" AND ")}`);
      if (operation !== "D") await this.connection.run(`INSERT INTO bank."${schema}"."${name}" VALUES (${row})`);
    }
  }

  public async addColumn({ schema, name }: BankTable, column: string, declared: string): Promise<void> {
    for (const each of [schema, `${schema}_log`]) {
      await this.connection.run(`ALTER TABLE bank."${each}"."${name}" ADD COLUMN "${column}" ${duckType(declared)}`);
    }
  }

  public async rows(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    return (await this.connection.runAndReadAll(sql)).getRowObjectsJson();
  }
}

/** A bucket in a folder. */
export class FolderBucket implements ObjectStore {
  public readonly folder = mkdtempSync(join(tmpdir(), "bucket-"));
  public readonly objects: Omit<NewObject, "file">[] = [];

  public put({ file, ...object }: NewObject): Promise<void> {
    const path = this.path(object.key);
    mkdirSync(dirname(path), { recursive: true });
    renameSync(file, path);
    this.objects.push(object);
    return Promise.resolve();
  }

  public settled(): Promise<void> {
    return Promise.resolve();
  }

  public path(key: string): string {
    return join(this.folder, "bucket", key);
  }

  public get keys(): readonly string[] {
    return [...new Set(this.objects.map(({ key }) => key))].toSorted();
  }

  public remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export const writingFolder = (): string => join(tmpdir(), `replication-${randomUUID()}`);

/** Microseconds of a text in UTC. */
export const at = (text: string): bigint => {
  const [seconds = "", fraction = ""] = text.split(".");
  return BigInt(Date.parse(`${seconds.replace(" ", "T")}Z`)) * 1000n + BigInt(fraction.padEnd(6, "0"));
};
