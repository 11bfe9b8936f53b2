import type { SynthesizedStack } from "../../deployment/manifest";
import type { AccessRow } from "../access";
import { compareAccess } from "../access/compare";
import type { TrialResult } from "../trial";
import { filesWith } from "./secrets";
import { type Outcome, outcomeOf } from "./tally";

/** The checks of a trial: every stack deployed, every second plan empty, the access answer as the generated JSON says. */
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
  const name = "the accounts let every role read what the generated JSON says";
  if (expected.every(({ readable }) => readable.length === 0)) {
    return outcomeOf(name, ["the generated JSON lets nobody read anything"]);
  }
  return outcomeOf(name, compareAccess(expected, actual));
}

/**
 * No password that the accounts hold stands in a file of the run. Without a password there is nothing to look for, which
 * is reported: the random provider may be missing.
 */
export function checkSecrets(passwords: readonly string[], folder: string): Outcome {
  const name = "no password is in generated JSON, states and logs";
  if (passwords.length === 0) return { kind: "skipped", name, reason: "the accounts hold no password" };
  return outcomeOf(
    name,
    filesWith(folder, passwords).map((file) => `${file} holds a password`),
  );
}
