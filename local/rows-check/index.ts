import { rmSync } from "node:fs";
import { join } from "node:path";
import { mapLimited } from "../../operations/concurrency";
import { Interrupted } from "../../operations/failure";
import { reviewedReaders } from "../../operations/records";
import { type Outcome, outcomeOf } from "../check/tally";
import { copyAccounts } from "../copies";
import { emulatorEnvironment } from "../environment";
import { bankKind } from "../rows/bank-order";
import { TROUBLES, type Trouble } from "../rows/options";
import { type RowsResult, runRows } from "../rows/run";
import { redStep } from "../rows/steps";
import type { Accounts, Trial } from "../trial";
import { checkAnswers } from "./answers";
import type { Plant } from "./plant";
import { plant } from "./planted";
import { plantsOf } from "./plants";

const SEEDS = [1, 2, 3] as const;

/** A few hundred rows show the same as many, in a few seconds. */
const CHANGES = 600;

/** Rows that are on their way at a time; a planted mistake mostly waits for the provider, which stops a task. */
const ROWS_AT_A_TIME = 2;
const PLANTS_AT_A_TIME = 4;

/** A bank, and what is done to it. */
interface Case {
  readonly seed: number;
  readonly trouble: Trouble | undefined;
}

/** Sends rows of several banks through copies of the accounts, with every trouble and with every planted mistake. */
export async function checkRows(trial: Trial, accounts: Accounts): Promise<readonly Outcome[]> {
  const { phases } = trial;
  const folder = join(trial.prepared.folders.run, "rows-check");
  rmSync(folder, { recursive: true, force: true });
  const cases: readonly Case[] = SEEDS.flatMap((seed) =>
    [undefined, ...TROUBLES].map((trouble) => ({ seed, trouble })),
  );
  const arrived = await phases.run("Rows of three banks, undisturbed and with every trouble", () =>
    mapLimited(cases, ROWS_AT_A_TIME, (each) =>
      orBroken(`bank ${each.seed}, ${each.trouble ?? "undisturbed"}`, () => arrives(trial, accounts, folder, each)),
    ),
  );
  const { plants, unplanted } = plantsOf(trial.environment);
  const found = await phases.run("Rows over planted mistakes", () =>
    mapLimited(plants, PLANTS_AT_A_TIME, (each) =>
      orBroken(each.name, async () => [await isFound(trial, accounts, folder, each)]),
    ),
  );
  const skipped = unplanted.map(
    ({ name, why }): Outcome => ({ kind: "skipped", name: `${name} is found`, reason: why }),
  );
  return [...[...arrived, ...found].flat(), ...skipped];
}

/** Rows need every stack of every account. */
export const rowsSkipped = (leftOut: ReadonlyMap<string, string>): Outcome => ({
  kind: "skipped",
  name: "rows of three banks arrive, and planted mistakes are found",
  reason: `not deployed: ${[...leftOut.keys()].join(", ")}`,
});

/** A case that breaks off is one that failed; the others go on. */
async function orBroken(name: string, work: () => Promise<readonly Outcome[]>): Promise<readonly Outcome[]> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    return [outcomeOf(name, [error instanceof Error ? (error.stack ?? error.message) : String(error)])];
  }
}

async function arrives(
  trial: Trial,
  accounts: Accounts,
  folder: string,
  { seed, trouble }: Case,
): Promise<readonly Outcome[]> {
  const name = `bank ${seed}, ${trouble ?? "undisturbed"}`;
  const result = await onCopy(accounts, (endpoint) =>
    send(trial, { endpoint, folder: join(folder, `${seed}-${trouble ?? "undisturbed"}`), seed, trouble }),
  );
  const red = redStep(result.steps);
  trial.terminal.detail(`${name}: ${red === undefined ? "arrived" : `stopped at ${red.step}`}`);
  const outcome = outcomeOf(`${name}: the lake is equal to the sources`, red?.findings ?? []);
  // Answers from rows that follow from the contracts would only repeat those; they are asked for, and not recorded.
  if (red !== undefined || bankKind(trial.environment) === "made") return [outcome];
  // Whatever goes wrong on the way, each team is answered the same.
  const answers = outcomeOf(
    `${name}: each team is answered as reviewed`,
    checkAnswers(trial.prepared.folders.project, { environment: trial.environment.name, seed }, result),
  );
  return [outcome, answers];
}

async function isFound(trial: Trial, accounts: Accounts, folder: string, mistake: Plant): Promise<Outcome> {
  const { processes, prepared, environment } = trial;
  const own = join(folder, mistake.name.replaceAll(" ", "-"));
  const result = await onCopy(accounts, async (endpoint) => {
    await plant(mistake, {
      processes,
      folders: prepared.folders,
      folder: own,
      environmentName: environment.name,
      environment: { ...prepared.environment, ...(await emulatorEnvironment(endpoint, environment.region)) },
    });
    return await send(trial, { endpoint, folder: join(own, "rows"), seed: SEEDS[0], trouble: undefined });
  });
  const red = redStep(result.steps);
  trial.terminal.detail(`${mistake.name}: ${red === undefined ? "not found" : `found at ${red.step}`}`);
  const wrong = `it is found at ${red?.step ?? "no step"}`;
  return outcomeOf(
    `${mistake.name} is found at ${mistake.found}`,
    red?.step === mistake.found ? [] : [wrong, ...(red?.findings ?? [])],
  );
}

const send = (
  { prepared, environment }: Trial,
  where: Case & { readonly endpoint: string; readonly folder: string },
): Promise<RowsResult> =>
  runRows({ ...where, changes: CHANGES, environment, readers: reviewedReaders(prepared.folders.project, environment) });

async function onCopy<Result>({ emulator }: Accounts, work: (endpoint: string) => Promise<Result>): Promise<Result> {
  const copy = await copyAccounts(emulator.endpoint);
  try {
    return await work(copy.endpoint);
  } finally {
    copy.stop();
  }
}
