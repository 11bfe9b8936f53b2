import { readFileSync } from "node:fs";
import { join } from "node:path";
import { allRuns } from "../../operations/deploy/record/runs";
import { countResources } from "../../operations/state-file";
import { type Outcome, outcomeOf } from "../check/tally";
import { type Bench, deployOnce, runsOf } from "../faults/bench";
import type { Strike } from "../faults/strike";
import { destroyable, withJson } from "./edit";
import { differences, type Expected } from "./expect";

/** Lets a stack fail soon. */
const REFUSED: Strike = { target: "denied", counts: "requests", at: 1, length: Number.MAX_SAFE_INTEGER };

/** Deploys, looks again and destroys, as a person would, each step with what it must come to. */
export async function tryCourse(bench: Bench, stack: string, later: string): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const { output } = bench.folders;
  const check = async (name: string, command: readonly string[], expected: Expected): Promise<void> => {
    outcomes.push(outcomeOf(name, differences(await deployOnce(bench, command, undefined), expected)));
  };
  const { name } = bench.landscape;

  await check("waves are JSON for programs", ["waves", "--format", "json"], { status: 0, says: [/"wave": 2/] });
  await check("a plan says what must be deployed first", ["plan", stack, later], {
    status: 3,
    says: [
      new RegExp(`Deploy first: ${stack} \\(wave 2\\)`),
      /\d+ to add, 0 to change, 0 to destroy/,
      /apply .*--plans/,
    ],
  });
  await check("nothing is applied that nobody could be asked about", ["apply", stack], {
    status: 2,
    says: [/--plans RUN/],
  });
  const run = allRuns(runsOf(bench)).at(-1)?.name ?? "none";
  await check("the plans that were shown are applied", ["apply", "--plans", run], {
    status: 3,
    says: [new RegExp(`${stack} +done, \\d+ changes`), /has no plan of it/],
  });
  await check("a second plan is empty", ["plan", stack, "--detailed-exitcode"], { status: 0, says: [/no changes/] });
  const resumed = await deployOnce(bench, ["apply", "--resume", "--auto-approve"], REFUSED);
  const expected = { status: 1, says: [/1 of 2 stacks are done since the earlier run/, /1 done, 1 FAILED/] };
  outcomes.push(outcomeOf("what is done is not done again", differences(resumed, expected)));
  const refused = { status: 2, says: [/Nothing was destroyed/] };
  await check("without keys nothing is destroyed", ["destroy", stack, "--auto-approve"], refused);
  const second = [`--destroy-stateful=${name}`, "--auto-approve"];
  await check("the second key alone is not enough", ["destroy", stack, ...second], refused);
  await withJson(output, stack, destroyable, async () => {
    await check("the first key alone is not enough", ["destroy", stack, "--auto-approve"], refused);
    const other = ["destroy", stack, "--destroy-stateful=another", "--auto-approve"];
    await check("another environment's key does not fit", other, refused);
    await check("both keys destroy", ["destroy", stack, ...second], { status: 0, says: [/1 done/] });
  });
  const left = countResources(readFileSync(join(bench.folders.states, `${stack}.tfstate`), "utf8"));
  outcomes.push(outcomeOf("nothing is left in the state", left === 0 ? [] : [`${left} resources`]));
  return outcomes;
}
