import type { Command } from "../../operations/command";
import type { Parallelism } from "../../operations/concurrency";
import { EXIT, type ExitStatus, Failure } from "../../operations/failure";
import { chooseEnvironment, loadEnvironments } from "../../operations/landscape";
import { parseOptions } from "../../operations/options";
import { stacksIn } from "../../operations/stacks";
import { generatedAccess } from "../access";
import { keptEndpoint, stopKeptEmulator } from "../kept-emulator";
import { TRIAL_OPTIONS, trialOptions } from "../options";
import { Phases } from "../phases";
import { prepare } from "../prepare";
import { checkRows, rowsSkipped } from "../rows-check";
import { openAccounts, runKeptTrial, runTrial, type Trial, type TrialResult } from "../trial";
import { checkRoles } from "./roles";
import { livePasswords } from "./secrets";
import { type Outcome, outcomeOf, printOutcomes } from "./tally";
import { checkSecrets, checkTrial } from "./trial-checks";

const HELP = `npm run test:local [-- options]

The demo's deployment as a test: every stack is deployed by the deploy roles to emulated accounts that enforce IAM, its
second plan by the plan role is empty, no call was refused, and the deploy role can neither give itself more rights nor reach
the states. The accounts allow exactly what the audit computes from the generated JSON: grants, roles, bucket and key
policies. No password of theirs stands in any file that the run left: generated JSON, states, logs.

Then rows of three banks go through copies of the accounts, undisturbed and with late files, duplicates, a repeated full
load and an added column: every table is equal to its source, and each team gets the answers in accounts/records/answers.
Last, mistakes are planted in the generated JSON of single stacks: the rows must stop at the step that each belongs to.

Options
  --kept      use the accounts that \`npm run demo -- --keep\` left up, planned again already, and stop them at the end
  --env NAME, --endpoint URL, --mirror DIR, --parallelism N    as in npm run demo -- --help
  -h, --help  print this

Exit status: 0 nothing failed, 1 something failed, 2 wrong usage or something missing, 130 stopped by a signal.`;

/** Tests the deployment of the landscape. Ends with a line such as `41 passed, 0 failed`. */
export async function testLocal({ args, processes, terminal }: Command): Promise<ExitStatus> {
  const values = parseOptions(args, { ...TRIAL_OPTIONS, kept: { type: "boolean", default: false } });
  const options = { ...trialOptions(values), kept: values.kept };
  if (options.help) {
    terminal.print(HELP);
    return EXIT.success;
  }
  const environment = chooseEnvironment(loadEnvironments(), options.environment);
  const phases = new Phases(terminal);
  const prepared = await prepare(processes, terminal, phases, {
    run: options.kept ? "demo" : "test-local",
    python: options.endpoint === undefined && !options.kept,
    mirrors: options.mirrors,
    kept: options.kept,
  });
  const trial = { processes, terminal, phases, prepared, environment };
  const result = await deployed(trial, options);

  terminal.heading("\nChecks");
  if (result instanceof Failure) {
    printOutcomes(terminal, [outcomeOf("the landscape is deployed", result.message.split("\n"))]);
    return EXIT.failed;
  }
  const expected = generatedAccess(environment, prepared.folders.output, result.trial.leftOut);
  const outcomes = [
    ...checkTrial(stacksIn(environment, prepared.stacks), result.trial, expected),
    ...result.roles,
    checkSecrets(result.passwords, prepared.folders.run),
    ...result.rows,
  ];
  return printOutcomes(terminal, outcomes) ? EXIT.success : EXIT.failed;
}

interface Deployed {
  readonly trial: TrialResult;
  readonly roles: readonly Outcome[];
  readonly passwords: readonly string[];
  readonly rows: readonly Outcome[];
}

async function deployed(
  trial: Trial,
  options: { readonly endpoint: string | undefined; readonly kept: boolean; readonly parallelism: Parallelism },
): Promise<Deployed | Failure> {
  const { folders } = trial.prepared;
  const endpoint = options.kept ? keptEndpoint(folders) : options.endpoint;
  const accounts = await openAccounts(trial, { endpoint, keep: false, enforce: true });
  try {
    const run = options.kept ? runKeptTrial : runTrial;
    const result = await run(trial, accounts, options.parallelism);
    return {
      trial: result,
      roles: await checkRoles(trial.environment, accounts.emulator.endpoint),
      passwords: await livePasswords(trial.environment, accounts.emulator.endpoint),
      rows: result.leftOut.size === 0 ? await checkRows(trial, accounts) : [rowsSkipped(result.leftOut)],
    };
  } catch (error) {
    if (error instanceof Failure && error.exitStatus === EXIT.failed) return error;
    throw error;
  } finally {
    await accounts.emulator.stop();
    if (options.kept) await stopKeptEmulator(folders);
  }
}
