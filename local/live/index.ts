import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type AccessRow, accessRows, askForAccess } from "../access";
import { askSameQuestion, type SameQuestion } from "../consumers";
import { DAY } from "../durations";
import { orderedBank } from "../rows/bank-order";
import { rowsClients } from "../rows/clients";
import { isoOf, shown } from "../rows/clock";
import { Course } from "../rows/course";
import { openEngine } from "../rows/engine";
import type { MachineSchedule } from "../rows/schedules";
import type { Accounts, Trial } from "../trial";
import { accessChanges } from "./access-changes";
import { Lags } from "./lags";
import type { LiveOptions } from "./options";
import { lagTable } from "./table";

export interface LiveProps extends LiveOptions {
  readonly seed: number;
}

/** Rows that the bank changes in a day: about a dozen a minute. */
const CHANGES_A_DAY = 18_000;

const TICK_MILLISECONDS = 1000;

/**
 * Keeps a small stream of transactions going until the command is stopped, at the deployed intervals of tasks and
 * schedules: after each merge it shows how far every table has come, and what people get for the same question, so that a
 * grant that is taken away meanwhile shows. The bank's clock begins at the real time and runs faster.
 */
export async function live(trial: Trial, accounts: Accounts, { speed, seed }: LiveProps): Promise<void> {
  const { processes, terminal, prepared, environment } = trial;
  const { endpoint } = accounts.emulator;
  const folder = join(prepared.folders.run, "live");
  rmSync(folder, { recursive: true, force: true });
  const connection = await openEngine(join(folder, "engine"));
  const began = Date.now();
  const begin = BigInt(began) * 1000n;
  const clock = (): bigint => begin + BigInt(Date.now() - began) * 1000n * BigInt(speed);
  const bank = orderedBank({ environment, seed, changes: CHANGES_A_DAY, end: begin + DAY, hours: 24 });
  const clients = await rowsClients(environment, endpoint);
  const course = await Course.open({ connection, clients, folder, bank, trouble: undefined });
  await course.clear();
  await course.start();
  terminal.heading(`\nLive: the bank's clock runs ${speed} times as fast as the real one. Ctrl-C ends it.`);

  const lags = new Lags(connection, course);
  const often = course.schedules.flatMap((schedule) => (schedule.every.kind === "rate" ? [schedule] : []));
  let next = begin;
  let access: readonly AccessRow[] | undefined;
  while (!processes.interrupted && clock() < begin + DAY) {
    const now = clock();
    await course.commit(now);
    await lags.committed();
    await course.carry(now, "wait");
    if (now >= next) {
      await course.merge({ time: now, starts: often });
      terminal.print(`\n${shown(clock())} UTC, after a merge`);
      terminal.print(lagTable(await lags.merged(clock())));
      access = await answers(trial, connection, { endpoint, now: isoOf(now), before: access });
      next = now + shortest(often);
    }
    await delay(TICK_MILLISECONDS);
  }
  connection.closeSync();
}

/** Time until something is to be started again. */
const shortest = (schedules: readonly MachineSchedule[]): bigint =>
  schedules.reduce((least, { every }) => (every.kind === "rate" && every.period < least ? every.period : least), DAY);

/** What people get now, in a line each, and what they may read since the last time. */
async function answers(
  { terminal, environment }: Trial,
  connection: DuckDBConnection,
  asked: { readonly endpoint: string; readonly now: string; readonly before: readonly AccessRow[] | undefined },
): Promise<readonly AccessRow[]> {
  const { endpoint, now, before } = asked;
  const matrix = await askForAccess(environment, endpoint);
  const question = await askSameQuestion(connection, { matrix, now });
  const lines = question === undefined ? ["  No team may read anything."] : answerLines(question);
  lines.forEach((line) => terminal.print(line));
  const access = accessRows(environment, matrix);
  accessChanges(before ?? access, access).forEach((change) => terminal.print(`  CHANGED: ${change}`));
  return access;
}

function answerLines({ table, answers: given }: SameQuestion): readonly string[] {
  return given.map(({ role, answer, seen, hidden }) => {
    const columns = hidden.length === 0 ? "every column" : `without ${hidden.join(", ")}`;
    const what = "error" in answer ? answer.error : `${seen ?? "no"} rows, ${columns}`;
    return `  ${role.name} asks for ${table.database}.${table.name}: ${what}`;
  });
}
