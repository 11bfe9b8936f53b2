import type { Command } from "../../deployment/command";
import type { Parallelism } from "../../deployment/concurrency";
import { EXIT, type ExitStatus, Failure } from "../../deployment/failure";
import { chooseEnvironment, loadEnvironments } from "../../deployment/landscape";
import { parseOptions } from "../../deployment/options";
import { stacksIn } from "../../deployment/stacks";
import { generatedAccess } from "../access";
import { TRIAL_OPTIONS, trialOptions } from "../options";
import { Phases } from "../phases";
import { prepare } from "../prepare";
import { openAccounts, runTrial, type Trial, type TrialResult } from "../trial";
import { livePasswords } from "./secrets";
import { outcomeOf, printOutcomes } from "./tally";
import { checkSecrets, checkTrial } from "./trial-checks";

const HELP = `npm run test:local [-- options]

The demo's deployment as a test: every stack is deployed to emulated accounts, its second plan is empty, and the accounts
allow exactly what the audit computes from the generated JSON: grants, roles, bucket and key policies. No password of theirs stands in any file
that the run left: generated JSON, states, logs.

Options
  --env NAME, --endpoint URL, --mirror DIR, --parallelism N    as in npm run demo -- --help
  -h, --help  print this

Exit status: 0 nothing failed, 1 something failed, 2 wrong usage or something missing, 130 stopped by a signal.`;

/** Tests the deployment of the landscape. Ends with a line such as `41 passed, 0 failed`. */
export async function testLocal({ args, processes, terminal }: Command): Promise<ExitStatus> {
  const options = trialOptions(parseOptions(args, TRIAL_OPTIONS));
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
  const expected = generatedAccess(environment, prepared.folders.output);
  const outcomes = [
    ...checkTrial(stacksIn(environment, prepared.stacks), result.trial, expected),
    checkSecrets(result.passwords, prepared.folders.run),
  ];
  return printOutcomes(terminal, outcomes) ? EXIT.success : EXIT.failed;
}

interface Deployed {
  readonly trial: TrialResult;
  readonly passwords: readonly string[];
}

async function deployed(
  trial: Trial,
  options: { readonly endpoint: string | undefined; readonly parallelism: Parallelism },
): Promise<Deployed | Failure> {
  const accounts = await openAccounts(trial, { endpoint: options.endpoint, keep: false });
  try {
    const result = await runTrial(trial, accounts, options.parallelism);
    return { trial: result, passwords: await livePasswords(trial.environment, accounts.emulator.endpoint) };
  } catch (error) {
    if (error instanceof Failure && error.exitStatus === EXIT.failed) return error;
    throw error;
  } finally {
    await accounts.emulator.stop();
  }
}
