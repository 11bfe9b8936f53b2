import type { AccessMatrix } from "../../audit/matrix/types";
import { readable } from "../../audit/output/tokens";
import { compareMatrices } from "../../audit/verify/compare";
import type { SynthesizedStack } from "../../operations/manifest";
import type { TrialResult } from "../trial";
import { filesWith } from "./secrets";
import { type Outcome, outcomeOf } from "./tally";

/** The checks of a trial: every stack deployed, every second plan empty, no call refused, the access answer as the generated JSON says. */
export function checkTrial(
  stacks: readonly SynthesizedStack[],
  result: TrialResult,
  expected: AccessMatrix,
): readonly Outcome[] {
  return [
    ...stacks.flatMap(({ id }) => checkStack(id, result)),
    checkCalls(result),
    checkAccess(expected, result.access),
  ];
}

function checkCalls({ refused }: TrialResult): Outcome {
  const name = "the deploy and plan roles have every right that they used";
  if (refused !== undefined) return outcomeOf(name, refused);
  return { kind: "skipped", name, reason: "accounts at an --endpoint keep no record of calls" };
}

function checkStack(id: string, { deployed, leftOut, plans }: TrialResult): readonly Outcome[] {
  const reason = leftOut.get(id);
  if (reason !== undefined) return [{ kind: "skipped", name: `${id} is deployed`, reason }];
  const isDeployed = outcomeOf(`${id} is deployed`, deployed.some(({ stack }) => stack === id) ? [] : ["it is not"]);
  if (plans === undefined) return [isDeployed];
  const plan = plans.find(({ stack }) => stack === id);
  return [isDeployed, outcomeOf(`${id} has an empty second plan`, plan?.problems ?? ["it has none"])];
}

/** Every permission, path and trust, both ways: nothing missing and nothing more. */
function checkAccess(expected: AccessMatrix, actual: AccessMatrix): Outcome {
  const name = "the accounts allow what the generated JSON says, and nothing else";
  if (!expected.cells.some(({ permission }) => permission === "SELECT") || expected.buckets.length === 0) {
    return outcomeOf(name, ["the generated JSON lets nobody read anything"]);
  }
  const differences = compareMatrices(expected, actual);
  const where = { json: "only the JSON says", accounts: "only the accounts say" } as const;
  return outcomeOf(
    name,
    differences.map(({ said, sentence }) => `${where[said]}: ${readable(sentence)}`),
  );
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
