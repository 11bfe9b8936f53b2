import { join } from "node:path";
import { deployRoleName, planRoleName } from "../../model/names";
import type { Command } from "../../operations/command";
import type { Parallelism } from "../../operations/concurrency";
import { stepsOf } from "../../operations/deploy/order/steps";
import { EXIT, type ExitStatus, Failure } from "../../operations/failure";
import { chooseEnvironment, loadEnvironments } from "../../operations/landscape";
import { parseOptions } from "../../operations/options";
import { accountsOf, stacksIn } from "../../operations/stacks";
import { deploy } from "../deploy";
import { leftOutStacks } from "../left-out";
import { TRIAL_OPTIONS, trialOptions } from "../options";
import { Phases } from "../phases";
import { prepare } from "../prepare";
import { planAgain } from "../second-plan";
import { type Accounts, openAccounts, type Trial } from "../trial";
import { actionsBy, readCalls, refusals } from "./calls";
import { escapes } from "./escapes";
import { type Outcome, outcomeOf, printOutcomes } from "./tally";

const HELP = `npm run test:roles [-- options]

Deploys the landscape to emulated accounts that enforce IAM, and the policies of keys, buckets, topics and queues: each
bootstrap by an administrator, everything else by the deploy role that it made, with the rights derived from the stacks. Then
plans every stack by the plan role. Nothing may be refused, no plan may find a change, and the deploy role may neither give
itself more rights nor reach the states.

Options
  --env NAME, --mirror DIR, --parallelism N    as in npm run demo -- --help
  -h, --help  print this

Exit status: 0 nothing failed, 1 something failed, 2 wrong usage or something missing, 130 stopped by a signal.`;

/** Tests the derived rights. Ends with a line such as `70 passed, 0 failed`. */
export async function testRoles({ args, processes, terminal }: Command): Promise<ExitStatus> {
  const options = trialOptions(parseOptions(args, TRIAL_OPTIONS));
  if (options.help) {
    terminal.print(HELP);
    return EXIT.success;
  }
  const environment = chooseEnvironment(loadEnvironments(), options.environment);
  const phases = new Phases(terminal);
  const prepared = await prepare(processes, terminal, phases, {
    run: "test-roles",
    python: true,
    mirrors: options.mirrors,
  });
  const trial = { processes, terminal, phases, prepared, environment };
  const record = join(prepared.folders.run, "calls.jsonl");
  const accounts = await openAccounts(trial, { endpoint: undefined, keep: false, enforce: record });
  const outcomes: Outcome[] = [];
  try {
    const deployed = await deployedByRoles(trial, accounts, options.parallelism);
    outcomes.push(deployed);
    if (deployed.kind === "passed") outcomes.push(...(await plannedByRoles(trial, accounts, options.parallelism)));
    outcomes.push(nothingRefused(trial, record), ...(await nothingEscapes(trial, accounts)));
  } finally {
    await accounts.emulator.stop();
  }
  return printOutcomes(terminal, outcomes) ? EXIT.success : EXIT.failed;
}

async function deployedByRoles(trial: Trial, accounts: Accounts, parallelism: Parallelism): Promise<Outcome> {
  const { processes, terminal, phases, prepared, environment } = trial;
  const name = "the deploy roles deploy every stack";
  const stacks = stacksIn(environment, prepared.stacks);
  const leftOut = leftOutStacks(stacks, prepared.unusable);
  const usable = stacks.filter(({ id }) => !leftOut.has(id));
  try {
    await phases.run("Deployment by the deploy roles", () =>
      deploy(processes, stepsOf(environment, usable, { bootstraps: true }), {
        logs: prepared.folders.logs,
        environment: accounts.environment,
        parallelism: parallelism.deployments,
        print: terminal.detail,
      }),
    );
    return outcomeOf(name, []);
  } catch (error) {
    if (!(error instanceof Failure) || error.exitStatus !== EXIT.failed) throw error;
    return outcomeOf(name, error.message.split("\n"));
  }
}

async function plannedByRoles(trial: Trial, accounts: Accounts, parallelism: Parallelism): Promise<readonly Outcome[]> {
  const { processes, phases, prepared, environment } = trial;
  const all = stacksIn(environment, prepared.stacks);
  const leftOut = leftOutStacks(all, prepared.unusable);
  const stacks = all.filter(({ id }) => !leftOut.has(id));
  const plans = await phases.run("Plans by the plan roles", () =>
    planAgain(processes, stacks, {
      environment: { ...accounts.environment, TF_VAR_run_role: planRoleName(environment.governance) },
      parallelism: parallelism.plans,
    }),
  );
  return plans.map(({ stack, problems }) => outcomeOf(`the plan role finds ${stack} unchanged`, problems));
}

/** Prints as well how many calls the record has. */
function nothingRefused({ terminal, environment }: Trial, record: string): Outcome {
  const calls = readCalls(record);
  const actions = actionsBy(calls, (role) => role === deployRoleName(environment.governance));
  terminal.detail(`${calls.length} calls were checked; the deploy roles used ${actions.length} different actions`);
  return outcomeOf("no call is refused", refusals(calls));
}

async function nothingEscapes({ environment }: Trial, accounts: Accounts): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const account of accountsOf(environment)) {
    const found = await escapes(environment, account, accounts.emulator.endpoint);
    outcomes.push(outcomeOf(`the deploy role of ${account.name} can neither raise its rights nor reach states`, found));
  }
  return outcomes;
}
