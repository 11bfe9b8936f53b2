import { existsSync } from "node:fs";
import { join } from "node:path";
import type { AccessMatrix } from "../audit/matrix/types";
import type { Environment } from "../model/landscape/types";
import { planRoleName } from "../model/names";
import type { Parallelism } from "../operations/concurrency";
import { stepsOf } from "../operations/deploy/order/steps";
import type { ProcessEnvironment, Processes } from "../operations/process/processes";
import { stacksIn } from "../operations/stacks";
import { countResourcesIn } from "../operations/state-file";
import type { Terminal } from "../operations/terminal";
import { askForAccess } from "./access";
import { readCalls, refusals } from "./calls";
import { type DeployedStack, deploy } from "./deploy";
import { type Emulator, foreignEmulator, startEmulator } from "./emulator";
import { emulatorEnvironment } from "./environment";
import { makeExisting } from "./existing";
import { leftOutStacks } from "./left-out";
import type { Phases } from "./phases";
import { PlanQueue } from "./plan-queue";
import type { Prepared } from "./prepare";
import type { LocalFolders } from "./project";
import { pythonEnvironment } from "./python-environment";
import { planAgain, type SecondPlan } from "./second-plan";

/** Emulated accounts and what makes processes use them. */
export interface Accounts {
  readonly emulator: Emulator;
  readonly environment: ProcessEnvironment;
}

/** An environment that has been deployed to emulated accounts. */
export interface TrialResult {
  readonly deployed: readonly DeployedStack[];
  /** Why a stack was left out, by stack id. */
  readonly leftOut: ReadonlyMap<string, string>;
  /** Nothing for accounts of an earlier run, which fails itself where a second plan is not empty. */
  readonly plans: readonly SecondPlan[] | undefined;
  /** Calls of deployment and plans that a role's rights did not allow; nothing where nobody records calls. */
  readonly refused: readonly string[] | undefined;
  /** What the accounts themselves say that they allow. */
  readonly access: AccessMatrix;
}

/** Work of one local command. */
export interface Trial {
  readonly processes: Processes;
  readonly terminal: Terminal;
  readonly phases: Phases;
  readonly prepared: Prepared;
  readonly environment: Environment;
}

/** File with the calls of roles that accounts of a run checked. */
export const callsFile = (folders: LocalFolders): string => join(folders.run, "calls.jsonl");

export interface OpenOptions {
  /** Accounts that somebody else runs; nothing for an emulator of our own. */
  readonly endpoint: string | undefined;
  readonly keep: boolean;
  /** Whether an emulator of our own refuses what a role may not do, and records each call in `callsFile`. */
  readonly enforce: boolean;
}

/** Starts the emulator, or uses the one at an endpoint, with what the landscape expects to be there. */
export async function openAccounts(trial: Trial, options: OpenOptions): Promise<Accounts> {
  const { processes, terminal, phases, prepared, environment } = trial;
  return await phases.run("Emulated accounts", async () => {
    const { folders, tools } = prepared;
    const emulator =
      options.endpoint === undefined
        ? await startEmulator(processes, {
            python: await pythonEnvironment(processes, {
              python: tools.python ?? "python3",
              requirements: join(folders.project, "local", "emulator", "requirements.txt"),
              folder: join(folders.local, "venv"),
              cwd: folders.project,
              environment: prepared.environment,
              print: terminal.detail,
            }),
            folders,
            environment: prepared.environment,
            keep: options.keep,
            enforce: options.enforce ? callsFile(folders) : undefined,
          })
        : await foreignEmulator(options.endpoint);
    terminal.detail(`at ${emulator.endpoint}`);
    const existing = await makeExisting(environment, emulator.endpoint);
    if (existing.length > 0) terminal.detail(`what the landscape names as existing: ${existing.join(", ")}`);
    const reached = await emulatorEnvironment(emulator.endpoint, environment.region);
    return { emulator, environment: { ...prepared.environment, ...reached } };
  });
}

/** Stacks are planned again by the plan role, which must need no more than it has to find nothing to do. */
const plannersEnvironment = (accounts: Accounts, { governance }: Environment): ProcessEnvironment => ({
  ...accounts.environment,
  TF_VAR_run_role: planRoleName(governance),
});

/** Asks the accounts that an earlier run deployed, and planned again, who may read what. */
export async function runKeptTrial(trial: Trial, accounts: Accounts): Promise<TrialResult> {
  const { phases, prepared, environment } = trial;
  const stacks = stacksIn(environment, prepared.stacks);
  const leftOut = leftOutStacks(stacks, prepared.unusable);
  const stateOf = (id: string): string => join(prepared.folders.states, `${id}.tfstate`);
  const deployed = stacks.filter(({ id }) => (countResourcesIn(stateOf(id)) ?? 0) > 0);
  const refused = refusedCalls(trial);
  const access = await phases.run("Who may read what, asked of the accounts", () =>
    askForAccess(environment, accounts.emulator.endpoint),
  );
  return {
    deployed: deployed.map(({ id }) => ({ stack: id, seconds: 0 })),
    leftOut,
    plans: undefined,
    refused,
    access,
  };
}

/** Deploys an environment, each stack as soon as what it needs is there, plans every stack again and asks the accounts who may read what. */
export async function runTrial(trial: Trial, accounts: Accounts, parallelism: Parallelism): Promise<TrialResult> {
  const { processes, terminal, phases, prepared, environment } = trial;
  const stacks = stacksIn(environment, prepared.stacks);
  const leftOut = leftOutStacks(stacks, prepared.unusable);
  const plans = new PlanQueue((deployed) =>
    planAgain(
      processes,
      stacks.filter(({ id }) => deployed.some(({ stack }) => stack === id)),
      { environment: plannersEnvironment(accounts, environment), parallelism: parallelism.plans },
    ),
  );
  const usable = stacks.filter(({ id }) => !leftOut.has(id));
  const deployed = await phases.run("Deployment", () =>
    deploy(processes, stepsOf(environment, usable, { bootstraps: true }), {
      logs: prepared.folders.logs,
      environment: accounts.environment,
      parallelism: parallelism.deployments,
      print: terminal.detail,
      // Other accounts are not planned, and mostly wait: the processors are free to plan.
      afterAccount: (account) => plans.add(account),
    }),
  );
  const planned = await phases.run("Second plan of every stack, begun after each account", async () => {
    const found = await plans.all();
    terminal.detail(`${found.filter(({ problems }) => problems.length === 0).length} of ${found.length} are empty`);
    return found;
  });
  const refused = refusedCalls(trial);
  const access = await phases.run("Who may read what, asked of the accounts", () =>
    askForAccess(environment, accounts.emulator.endpoint),
  );
  return { deployed, leftOut, plans: planned, refused, access };
}

function refusedCalls({ terminal, prepared }: Trial): readonly string[] | undefined {
  const record = callsFile(prepared.folders);
  if (!existsSync(record)) return undefined;
  const calls = readCalls(record);
  const refused = refusals(calls);
  terminal.detail(`${calls.length} calls of roles were checked; ${refused.length} refused`);
  return refused;
}
