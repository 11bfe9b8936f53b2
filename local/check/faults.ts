import type { Command } from "../../operations/command";
import { EXIT, type ExitStatus, Failure } from "../../operations/failure";
import { chooseEnvironment, loadEnvironments } from "../../operations/landscape";
import { parseOptions } from "../../operations/options";
import type { Terminal } from "../../operations/terminal";
import { type Place, places } from "../deployment-check/place";
import { type Bench, brokenStates, deployOnce, startOver, strayThings } from "../faults/bench";
import { openBench } from "../faults/open-bench";
import { randomFrom } from "../faults/random";
import { nextStrike } from "../faults/strike";
import { COMMON_OPTIONS, commonOptions } from "../options";
import { Phases } from "../phases";
import { type Outcome, outcomeOf, printOutcomes } from "./tally";

const HELP = `npm run test:faults [-- options]

Deploys a few quick stacks to emulated accounts again and again and strikes in the middle: kills the command, kills
Terraform, drops connections before and after a request was carried out, answers with errors and throttling. After each
strike every state is whole; after some strikes the deployment is run to its end, a second plan is empty, and the account
has nothing of the stack that its state does not have.

Options
  --strikes N     how many at least (default: 20)
  --seed N        another series of moments (default: 1)
  --mirror DIR    as in npm run demo -- --help
  -h, --help      print this

Exit status: 0 nothing failed, 1 something failed, 2 wrong usage or something missing, 130 stopped by a signal.`;

const STRIKES_PER_ROUND = 5;
/** A round that strikes too late is begun again, and not for ever. */
const MISSES = 10;

const OPTIONS = {
  ...COMMON_OPTIONS,
  strikes: { type: "string", default: "20" },
  seed: { type: "string", default: "1" },
} as const;

/** Tries what the deployment command makes of faults. Ends with a line such as `30 passed, 0 failed`. */
export async function testFaults({ args, processes, terminal }: Command): Promise<ExitStatus> {
  const values = parseOptions(args, OPTIONS);
  const { help, mirrors } = commonOptions(values);
  if (help) {
    terminal.print(HELP);
    return EXIT.success;
  }
  const strikes = wholeNumber("--strikes", values.strikes);
  const random = randomFrom(wholeNumber("--seed", values.seed));
  const landscape = chooseEnvironment(loadEnvironments(), undefined);
  const phases = new Phases(terminal);
  const opened = await openBench({ args, processes, terminal }, phases, { run: "test-faults", landscape, mirrors });
  try {
    terminal.heading("\nStrikes");
    const outcomes = await rounds(opened.bench, terminal, strikes, random);
    terminal.heading(`\nChecks (${phases.total()} s in all)`);
    return printOutcomes(terminal, outcomes) ? EXIT.success : EXIT.failed;
  } finally {
    await opened.close();
  }
}

async function rounds(
  first: Bench,
  terminal: Terminal,
  strikes: number,
  random: () => number,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const all = places(first.landscape);
  let bench = first;
  let struck = 0;
  for (let round = 0; struck < strikes; round += 1) {
    const place = all[round % all.length];
    if (place === undefined) break;
    bench = await startOver(bench);
    let misses = 0;
    const last = Math.min(strikes, struck + STRIKES_PER_ROUND);
    while (struck < last && misses < MISSES) {
      const strike = nextStrike(random, struck);
      const end = await deployOnce(bench, ["apply", place.network, "--auto-approve"], strike);
      // What is deployed already has nothing to strike at.
      const done = end.status === EXIT.success;
      if (!end.struck) {
        misses += 1;
        if (done) bench = await startOver(bench);
        continue;
      }
      struck += 1;
      const name = `strike ${struck}, ${place.network}: ${strike.target} at ${strike.counts} ${strike.at}, ${strike.length} long`;
      terminal.detail(`${name}: status ${end.status}`);
      outcomes.push(outcomeOf(`${name}: every state is whole`, await brokenStates(bench)));
      if (done && struck < last) bench = await startOver(bench);
    }
    outcomes.push(await converges(bench, place, round));
  }
  return outcomes;
}

/** After the faults one run is enough, and nothing is lost or left. */
async function converges(bench: Bench, { account, network: stack }: Place, round: number): Promise<Outcome> {
  const name = `round ${round + 1}, ${stack}: one more run is enough, nothing is lost or left`;
  const end = await deployOnce(bench, ["apply", stack, "--auto-approve"], undefined);
  if (end.status !== EXIT.success) return outcomeOf(name, [`status ${end.status}`, ...end.output.split("\n")]);
  const second = await deployOnce(bench, ["plan", stack, "--detailed-exitcode"], undefined);
  const problems =
    second.status === EXIT.success ? [] : [`second plan: status ${second.status}`, ...second.output.split("\n")];
  return outcomeOf(name, [...problems, ...(await brokenStates(bench)), ...(await strayThings(bench, account, stack))]);
}

function wholeNumber(option: string, text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new Failure(`${option} ${text}: write a whole number. See --help.`, EXIT.unusable);
}
