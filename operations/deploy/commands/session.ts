import { join, resolve } from "node:path";
import type { Command } from "../../command";
import type { Display } from "../../display/display";
import { LineDisplay } from "../../display/line-display";
import { LiveDisplay } from "../../display/live-display";
import { promptLine } from "../../display/prompt";
import { findTools } from "../../prerequisites";
import type { ProcessEnvironment } from "../../process/processes";
import { type StackJson, stackReader } from "../../stack-json";
import { distinctProviders, readRequiredProviders, showProvider } from "../../terraform/providers";
import { setUpTerraform } from "../../terraform/setup";
import type { Step } from "../order/steps";
import { fingerprints } from "../record/fingerprint";
import { lockRuns } from "../record/lock";
import { allRuns, newRun, type Run } from "../record/runs";
import { isTerraform, unfinished, waitFor } from "../recovery/running";
import type { RecordedCommand } from "./names";
import type { DeployOptions } from "./options";
import type { Scope } from "./scope";

/** Everything that the stacks of one run share. */
export interface Session {
  readonly run: Run;
  readonly scope: Scope;
  /** In order; for a destruction in reverse order. */
  readonly steps: readonly Step[];
  readonly options: DeployOptions;
  readonly processes: Command["processes"];
  readonly environment: ProcessEnvironment;
  readonly display: Display;
  readonly json: (stack: string) => StackJson;
  readonly fingerprints: ReadonlyMap<string, string>;
  /** Why a stack's provider cannot be had, by stack id. */
  readonly unusable: ReadonlyMap<string, string>;
  readonly close: () => void;
}

export interface SessionOptions {
  readonly command: RecordedCommand;
  readonly project: string;
  readonly environment: ProcessEnvironment;
  readonly options: DeployOptions;
  readonly scope: Scope;
  readonly steps: readonly Step[];
}

/** Folder of the runs of an environment. */
export const recordsFolder = (project: string, options: DeployOptions, environment: string): string =>
  join(resolve(project, options.records ?? join(".local", "deploy")), environment);

/** Gets ready for a run: Terraform and its providers, the record, the lock, and nobody else at work. */
export async function openSession({ processes, terminal }: Command, request: SessionOptions): Promise<Session> {
  const { command, project, options, scope, steps } = request;
  const { platform } = await findTools(processes, { cwd: project, environment: request.environment, python: false });
  const required = readRequiredProviders(steps);
  const { environment, unavailable } = await setUpTerraform(processes, distinctProviders(required.values()), {
    project,
    folder: join(project, ".local"),
    mirrors: options.mirrors,
    environment: request.environment,
    platform,
    print: terminal.detail,
  });
  const records = recordsFolder(project, options, scope.environment.name);
  const run = newRun(records, command);
  const unlock = lockRuns(records, run.name);
  await waitForEarlier(records, terminal.print, () => processes.interrupted);
  run.journal.add({ kind: "begin", command, environment: scope.environment.name, stacks: steps.map(({ id }) => id) });
  const display =
    process.stdout.isTTY && process.env["CI"] === undefined
      ? new LiveDisplay(process.stdout, steps.length, promptLine)
      : new LineDisplay(terminal.print, promptLine);
  return {
    run,
    scope,
    steps,
    options,
    processes,
    environment,
    display,
    json: stackReader(scope.stacks),
    fingerprints: fingerprints(scope.stacks.filter(({ id }) => steps.some((step) => step.id === id))),
    unusable: unusableStacks(required, unavailable),
    close: () => {
      display.close();
      unlock();
    },
  };
}

/** A Terraform that outlived the run that started it must end first: it holds the lock, and what it does counts. */
async function waitForEarlier(records: string, say: (line: string) => void, stopped: () => boolean): Promise<void> {
  for (const { name, journal } of allRuns(records)) {
    for (const [pid, stack] of unfinished(journal.read())) {
      if (!isTerraform(pid)) continue;
      say(`Terraform of run ${name} is still at work on ${stack} (process ${pid}); waiting for it.`);
      await waitFor(pid, stopped);
    }
  }
}

function unusableStacks(
  required: ReturnType<typeof readRequiredProviders>,
  unavailable: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return new Map(
    [...required].flatMap(([stack, providers]) => {
      const name = providers.map(showProvider).find((provider) => unavailable.has(provider));
      return name === undefined ? [] : [[stack, `${name}: ${unavailable.get(name)}`] as const];
    }),
  );
}
