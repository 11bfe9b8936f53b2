import { relative } from "node:path";
import type { Command } from "../../deployment/command";
import { EXIT, type ExitStatus } from "../../deployment/failure";
import { chooseEnvironment, loadEnvironments } from "../../deployment/landscape";
import type { Terminal } from "../../deployment/terminal";
import type { Environment } from "../../model/landscape/types";
import { accessRows } from "../access";
import { stopKeptEmulator } from "../kept-emulator";
import { Phases } from "../phases";
import { type Prepared, prepare } from "../prepare";
import { localFolders } from "../project";
import { accessTable, stackTable } from "../report";
import { openAccounts, runTrial, type TrialResult } from "../trial";
import { explainKept } from "./kept";
import { DEMO_HELP, parseDemoOptions } from "./options";
import { stackRows } from "./rows";

/** The main job in one command; `DEMO_HELP` says what it does. */
export async function demo({ args, processes, terminal }: Command): Promise<ExitStatus> {
  const options = parseDemoOptions(args);
  if (options.help) {
    terminal.print(DEMO_HELP);
    return EXIT.success;
  }
  if (options.stop) {
    const stopped = await stopKeptEmulator(localFolders("demo"));
    terminal.print(stopped ? "The emulated accounts are stopped." : "No emulated accounts are up.");
    return EXIT.success;
  }

  const environment = chooseEnvironment(loadEnvironments(), options.environment);
  const phases = new Phases(terminal);
  const prepared = await prepare(processes, terminal, phases, {
    run: "demo",
    python: options.endpoint === undefined,
    mirrors: options.mirrors,
  });
  const trial = { processes, terminal, phases, prepared, environment };
  const accounts = await openAccounts(trial, options);
  try {
    const result = await runTrial(trial, accounts, options.parallelism);
    const status = report(terminal, prepared, environment, result);
    terminal.heading(`\n${VERDICT[status]} ${phases.total()} s in all.`);
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

const VERDICT: Readonly<Record<Verdict, string>> = {
  [EXIT.success]: "Done: every stack is deployed and every second plan is empty.",
  [EXIT.failed]: "Failed: a second plan is not empty, see above.",
  [EXIT.incomplete]: "Done, but not every stack could be deployed, see above.",
};

function report(terminal: Terminal, { folders }: Prepared, environment: Environment, result: TrialResult): Verdict {
  terminal.heading("\nStacks");
  terminal.print(stackTable(stackRows(environment, result.deployed, folders)));
  terminal.heading("\nWhich team role may read what");
  terminal.print(accessTable(accessRows(environment, result.access)));
  if (result.leftOut.size > 0) {
    terminal.heading("\nNot deployed");
    result.leftOut.forEach((reason, stack) => terminal.print(`  ${stack}: ${reason}`));
  }
  const changed = result.plans.filter(({ problems }) => problems.length > 0);
  if (changed.length > 0) {
    terminal.heading("\nSecond plans that are not empty");
    for (const { stack, problems } of changed) {
      terminal.print(`  ${stack}`);
      problems.forEach((problem) => terminal.print(`    ${problem}`));
    }
    terminal.print(`  The stacks are in ${relative(folders.project, folders.output)}.`);
    return EXIT.failed;
  }
  return result.leftOut.size > 0 ? EXIT.incomplete : EXIT.success;
}
