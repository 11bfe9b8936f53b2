import type { Command } from "../command";
import type { Parallelism } from "../concurrency";
import { stacksIn } from "../deployment/stacks";
import { EXIT, type ExitStatus, Failure } from "../failure";
import { chooseEnvironment, loadEnvironments } from "../landscape";
import { parseOptions, TRIAL_OPTIONS, trialOptions } from "../options";
import { Phases } from "../phases";
import { type Prepared, prepare } from "../prepare";
import { openAccounts, runTrial, type Trial, type TrialResult } from "../trial";
import { expectedAccessFile, readExpectedAccess, writeExpectedAccess } from "./expected-access";
import { outcomeOf, printOutcomes } from "./tally";
import { checkTrial } from "./trial-checks";

const HELP = `npm run test:local [-- options]

The demo's deployment as a test: every stack is deployed to emulated accounts, its second plan is empty, and the accounts
let every team role read exactly what __tests__/local/expected-access.json says.

Options
  --env NAME, --endpoint URL, --mirror DIR, --parallelism N    as in npm run demo -- --help
  --update    write the answer of the accounts to the expectation instead of comparing them; review the difference
  -h, --help  print this

Exit status: 0 nothing failed, 1 something failed, 2 wrong usage or something missing, 130 stopped by a signal.`;

/** Tests the deployment of the landscape. Ends with a line such as `41 passed, 0 failed`. */
export async function testLocal({ args, processes, terminal }: Command): Promise<ExitStatus> {
  const values = parseOptions(args, { ...TRIAL_OPTIONS, update: { type: "boolean", default: false } });
  const options = trialOptions(values);
  if (options.help) {
    terminal.print(HELP);
    return EXIT.success;
  }
  const environment = chooseEnvironment(loadEnvironments(), options.environment);
  const phases = new Phases(terminal);
  const prepared = await prepare(processes, terminal, phases, {
    run: "test-local",
    python: options.endpoint === undefined,
    mirrors: options.mirrors,
  });
  const trial = { processes, terminal, phases, prepared, environment };
  const result = await deployed(trial, options);

  terminal.heading("\nChecks");
  if (result instanceof Failure) {
    printOutcomes(terminal, [outcomeOf("the landscape is deployed", result.message.split("\n"))]);
    return EXIT.failed;
  }
  const file = expectedAccessFile(prepared.folders.project);
  if (values.update) writeExpectedAccess(file, result.access);
  return check(trial, prepared, result, file);
}

async function deployed(
  trial: Trial,
  options: { readonly endpoint: string | undefined; readonly parallelism: Parallelism },
): Promise<TrialResult | Failure> {
  const accounts = await openAccounts(trial, { endpoint: options.endpoint, keep: false });
  try {
    return await runTrial(trial, accounts, options.parallelism);
  } catch (error) {
    if (error instanceof Failure && error.exitStatus === EXIT.failed) return error;
    throw error;
  } finally {
    await accounts.emulator.stop();
  }
}

function check({ terminal, environment }: Trial, { stacks }: Prepared, result: TrialResult, file: string): ExitStatus {
  const outcomes = checkTrial(stacksIn(environment, stacks), result, readExpectedAccess(file));
  return printOutcomes(terminal, outcomes) ? EXIT.success : EXIT.failed;
}
