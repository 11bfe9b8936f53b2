import { compareAccess } from "../access/compare";
import type { AccessRow } from "../access/types";
import type { SynthesizedStack } from "../manifest";
import type { TrialResult } from "../trial";
import { type Outcome, outcomeOf } from "./tally";

/** The checks of a trial: every stack deployed, every second plan empty, the access answer as expected. */
export function checkTrial(
  stacks: readonly SynthesizedStack[],
  result: TrialResult,
  expected: readonly AccessRow[],
): readonly Outcome[] {
  return [...stacks.flatMap(({ id }) => checkStack(id, result)), checkAccess(expected, result.access)];
}

function checkStack(id: string, { deployed, leftOut, plans }: TrialResult): readonly Outcome[] {
  const reason = leftOut.get(id);
  if (reason !== undefined) return [{ kind: "skipped", name: `${id} is deployed`, reason }];
  const plan = plans.find(({ stack }) => stack === id);
  return [
    outcomeOf(`${id} is deployed`, deployed.some(({ stack }) => stack === id) ? [] : ["it is not"]),
    outcomeOf(`${id} has an empty second plan`, plan?.problems ?? ["it has none"]),
  ];
}

function checkAccess(expected: readonly AccessRow[], actual: readonly AccessRow[]): Outcome {
  const name = "the accounts let every team role read what is expected";
  if (expected.every(({ readable }) => readable.length === 0)) {
    return outcomeOf(name, ["nothing is expected: write the expectation with --update and review it"]);
  }
  return outcomeOf(name, compareAccess(expected, actual));
}
