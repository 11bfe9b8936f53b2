/** What a merge reads, against a view over all history, while the history grows and the changes of a day do not. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Source, TableContract } from "../model/landscape/types";
import { History, type Reading } from "./merge-history";

const KEYS = 200_000;
const CHANGES_A_DAY = 48_000;
const DAYS = [1, 7, 30, 90];
const MIB = 1024 ** 2;

const column = (type: string, description: string) => ({ type, classification: "internal" as const, description });

const table: TableContract = {
  schema: "core",
  name: "event",
  description: "An event",
  primaryKey: ["id"],
  columns: {
    id: column("bigint", "Key"),
    amount: column("decimal(12,2)", "Amount"),
    note: column("varchar(40)", "Note"),
  },
};

const source: Source = {
  name: "bank",
  domain: "bank",
  engine: "aurora-mysql",
  engineVersion: "8.0.mysql_aurora.3.08.2",
  database: "core",
  instanceClass: "db.r6g.large",
  replication: { instanceClass: "dms.t3.medium", engineVersion: "3.5.4", storageGb: 50 },
  tables: [table],
};

const shown = ({ files, bytes, rows, milliseconds }: Reading): string =>
  `${files} | ${(bytes / MIB).toFixed(1)} | ${rows} | ${milliseconds.toFixed(0)}`;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "lake-bench-"));
  try {
    const history = await History.of({ source, table, folder, keys: KEYS, changesADay: CHANGES_A_DAY });
    const lines = [
      `${KEYS} rows, ${CHANGES_A_DAY} changes a day in 24 files; change files alone, as DuckDB reads them`,
      "",
      "| days of history | merge: files | MiB | rows | ms | view: files | MiB | rows | ms |",
      "|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ];
    for (const days of DAYS) {
      await history.growTo(days);
      lines.push(`| ${days} | ${shown(await history.merge())} | ${shown(await history.view())} |`);
    }
    process.stdout.write(`${lines.join("\n")}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
