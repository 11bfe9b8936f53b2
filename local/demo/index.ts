import { relative } from "node:path";
import type { Environment } from "../../model/landscape/types";
import type { Command } from "../../operations/command";
import { EXIT, type ExitStatus } from "../../operations/failure";
import { chooseEnvironment, loadEnvironments } from "../../operations/landscape";
import { stacksIn } from "../../operations/stacks";
import type { Terminal } from "../../operations/terminal";
import { accessRows } from "../access";
import { keptEndpoint, stopKeptEmulator } from "../kept-emulator";
import { leftOutStacks } from "../left-out";
import { live } from "../live";
import { Phases } from "../phases";
import { type Prepared, prepare } from "../prepare";
import { localFolders } from "../project";
import { accessTable, stackTable } from "../report";
import { bankLine } from "../rows/bank-order";
import { redStep } from "../rows/steps";
import { notTried, toTry } from "../rows/to-try";
import { type Accounts, openAccounts, runTrial, type Trial, type TrialResult } from "../trial";
import { explainKept } from "./kept";
import { DEMO_HELP, type DemoOptions, parseDemoOptions } from "./options";
import { stackRows } from "./rows";
import { showRows } from "./show-rows";

/** The main job in one command; `DEMO_HELP` says what it does. */
export async function demo({ args, processes, terminal }: Command): Promise<ExitStatus> {
  const options = parseDemoOptions(args);
  if (options.help) {
    terminal.print(DEMO_HELP);
    return EXIT.success;
  }
  const folders = localFolders("demo");
  if (options.stop) {
    const stopped = await stopKeptEmulator(folders);
    terminal.print(stopped ? "The emulated accounts are stopped." : "No emulated accounts are up.");
    return EXIT.success;
  }

  const environment = chooseEnvironment(loadEnvironments(), options.environment);
  const phases = new Phases(terminal);
  const prepared = await prepare(processes, terminal, phases, {
    run: "demo",
    python: options.endpoint === undefined && !options.kept,
    mirrors: options.mirrors,
    kept: options.kept,
    synthesized: options.synthesized,
  });
  const trial = { processes, terminal, phases, prepared, environment };
  announce(terminal, environment);
  const endpoint = options.kept ? keptEndpoint(folders) : options.endpoint;
  const accounts = await openAccounts(trial, { endpoint, keep: options.keep, enforce: true });
  try {
    const status = await show(trial, accounts, options);
    const verdict = status === EXIT.success ? done(options, environment) : VERDICT[status];
    terminal.heading(`\n${verdict} ${phases.total()} s in all.`);
    if (options.live !== undefined && status === EXIT.success) {
      explainKept(prepared.folders, environment, accounts).forEach((line) => terminal.print(line));
      await live(trial, accounts, { ...options.live, seed: options.rows.seed });
    }
    return status;
  } finally {
    if (options.keep && !processes.interrupted) {
      terminal.print("");
      explainKept(prepared.folders, environment, accounts).forEach((line) => terminal.print(line));
      accounts.emulator.leave();
    } else {
      await accounts.emulator.stop();
    }
  }
}

type Verdict = typeof EXIT.success | typeof EXIT.failed | typeof EXIT.incomplete;

/** What a run that ended well has shown. */
function done({ kept }: DemoOptions, environment: Environment): string {
  const rows = toTry(environment).sources ? "the rows arrived as they should" : "there are no rows to send";
  return kept ? `Done: ${rows}.` : `Done: every stack is deployed, every second plan is empty, and ${rows}.`;
}

const VERDICT: Readonly<Record<Exclude<Verdict, typeof EXIT.success>, string>> = {
  [EXIT.failed]: "Failed: see above.",
  [EXIT.incomplete]: "Done, but not every stack could be deployed, see above.",
};

async function show(trial: Trial, accounts: Accounts, options: DemoOptions): Promise<Verdict> {
  const { terminal, prepared, environment } = trial;
  const deployed = options.kept
    ? whole(trial)
    : report(terminal, prepared, environment, await runTrial(trial, accounts, options.parallelism));
  if (deployed === EXIT.failed) return deployed;
  if (deployed === EXIT.incomplete) {
    terminal.print("No rows are sent through what is deployed: they need every stack.");
    return deployed;
  }
  if (!toTry(environment).sources) return deployed;
  const { endpoint } = accounts.emulator;
  const { folders } = prepared;
  const { steps } = await showRows({ terminal, folders, environment, endpoint, options: options.rows });
  return redStep(steps) === undefined ? deployed : EXIT.failed;
}

/** Says before anything begins which rows are played, and what is not tried. */
function announce(terminal: Terminal, environment: Environment): void {
  if (toTry(environment).sources) {
    terminal.heading("\nRows to come");
    terminal.detail(bankLine(environment));
  }
  const left = notTried(environment);
  if (left.length === 0) return;
  terminal.heading("\nNot played");
  left.forEach(terminal.detail);
}

/** Whether an earlier run has deployed everything, as far as this machine has providers. */
const whole = ({ environment, prepared }: Trial): Verdict =>
  leftOutStacks(stacksIn(environment, prepared.stacks), prepared.unusable).size === 0 ? EXIT.success : EXIT.incomplete;

function report(terminal: Terminal, { folders }: Prepared, environment: Environment, result: TrialResult): Verdict {
  terminal.heading("\nStacks");
  terminal.print(stackTable(stackRows(environment, result.deployed, folders)));
  terminal.heading("\nWhich team role may read what");
  terminal.print(accessTable(accessRows(environment, result.access)));
  if (result.leftOut.size > 0) {
    terminal.heading("\nNot deployed");
    result.leftOut.forEach((reason, stack) => terminal.print(`  ${stack}: ${reason}`));
  }
  const refused = result.refused ?? [];
  if (refused.length > 0) {
    terminal.heading("\nCalls that roles had no right to");
    refused.forEach((call) => terminal.print(`  ${call}`));
  }
  const changed = (result.plans ?? []).filter(({ problems }) => problems.length > 0);
  if (changed.length > 0) {
    terminal.heading("\nSecond plans that are not empty");
    for (const { stack, problems } of changed) {
      terminal.print(`  ${stack}`);
      problems.forEach((problem) => terminal.print(`    ${problem}`));
    }
    terminal.print(`  The stacks are in ${relative(folders.project, folders.output)}.`);
  }
  if (refused.length > 0 || changed.length > 0) return EXIT.failed;
  return result.leftOut.size > 0 ? EXIT.incomplete : EXIT.success;
}
