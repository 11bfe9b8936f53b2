/** How far each table has come in a live stream. */

import type { DuckDBConnection } from "@duckdb/node-api";
import { qualified, quoted } from "../../model/sql/identifiers";
import { ask } from "../engine/rows";
import type { Course } from "../rows/course";
import { logOf } from "../source-systems/sql";

/** A commit, and when it arrived somewhere; microseconds of the bank's clock. */
export interface Arrived {
  readonly commit: bigint;
  readonly at: bigint;
}

/** How far a table has come. */
export interface Lag {
  /** `database.table` of the current rows. */
  readonly table: string;
  /** Newest commit at the source since the stream began. */
  readonly source: bigint | undefined;
  /** Newest commit that lies in raw, and when its file was written. */
  readonly raw: Arrived | undefined;
  /** Newest commit that is in the current-state table, and when it was merged. */
  readonly curated: Arrived | undefined;
}

/** `20260630-150912000` at the end of a path: when DMS wrote the file. */
const WRITTEN = /(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})(\d{3})[^/]*\.parquet$/;

const timeAt = (iso: string): bigint => BigInt(Date.parse(iso)) * 1000n;

/** When a file was written, by its name. */
export function writtenAt(path: string): bigint | undefined {
  const [, year, month, day, hour, minute, second, milli] = WRITTEN.exec(path) ?? [];
  return year === undefined ? undefined : timeAt(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`);
}

/** Keeps how far each table of a course has come. */
export class Lags {
  private readonly source = new Map<string, bigint>();
  private readonly curated = new Map<string, Arrived>();

  public constructor(
    private readonly connection: DuckDBConnection,
    private readonly course: Course,
  ) {}

  /** Looks at the sources' logs; call it before they forget. */
  public async committed(): Promise<void> {
    for (const { source } of this.course.plans) {
      const sql = `SELECT epoch_us(max(_committed)) FROM ${logOf(source)}`;
      const [[newest] = []] = (await ask(this.connection, sql)).rows;
      if (typeof newest === "string") this.source.set(logOf(source), BigInt(newest));
    }
  }

  /** How far the tables have come after a merge that ended at a time. */
  public async merged(time: bigint): Promise<readonly Lag[]> {
    const lags: Lag[] = [];
    for (const { current, changes } of this.course.merges.flows) {
      const plan = this.course.plans.find(({ name }) => name === changes.name);
      const raw = plan === undefined ? undefined : await this.newestIn(changes);
      const table = `${current.database}.${current.name}`;
      // The merge has just read what there is; an older commit was merged by an earlier run.
      const before = this.curated.get(table);
      if (raw !== undefined && raw.commit !== before?.commit) this.curated.set(table, { commit: raw.commit, at: time });
      const source = plan === undefined ? undefined : this.source.get(logOf(plan.source));
      lags.push({ table, source, raw, curated: this.curated.get(table) });
    }
    return lags;
  }

  private async newestIn(changes: { readonly database: string; readonly name: string }): Promise<Arrived | undefined> {
    const names = this.course.replications.flatMap(({ task }) => task.target.timestampColumn ?? []);
    const [column] = names;
    if (column === undefined) return undefined;
    const time = quoted(column);
    const sql = `SELECT max(${time}), arg_max("$path", ${time}) FROM ${qualified(changes.database, changes.name)}`;
    const [[commit, path] = []] = (await ask(this.connection, sql)).rows;
    const at = writtenAt(path ?? "");
    return typeof commit !== "string" || at === undefined
      ? undefined
      : { commit: timeAt(`${commit.slice(0, 23).replace(" ", "T")}Z`), at };
  }
}
