import { LakeError } from "../lake";
import { ReplicationError } from "../replication";
import { StoreError } from "../store/error";
import type { Step } from "./steps";

/** What keeps a step from its end, in words. */
export class StepFailure extends Error {
  public override readonly name = "StepFailure";

  public constructor(
    public readonly step: Step,
    public readonly findings: readonly string[],
    cause?: unknown,
  ) {
    super(`${step}: ${findings.join("\n")}`, { cause });
  }
}

/**
 * Does a part of a step's work. What it cannot do with what is deployed is a finding of the step; mistakes of this
 * program and failures of the machine that it runs on are thrown as they are.
 * @param what whose work it is, for findings of which the words do not say so
 */
export async function within<Result>(step: Step, what: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error) || error instanceof StepFailure || isOurs(error)) throw error;
    // Whichever step meets an object that should not be there: a task has written it.
    throw new StepFailure(error instanceof StoreError ? "replication" : step, findingsOf(what, error), error);
  }
}

const isOurs = (error: Error): boolean =>
  [TypeError, ReferenceError, RangeError].some((kind) => error instanceof kind) || "syscall" in error;

function findingsOf(what: string, error: Error): readonly string[] {
  const lines = error.message.split("\n").filter((line) => line.trim() !== "");
  if (error instanceof ReplicationError || error instanceof LakeError) return lines;
  // Names of services' errors say more than their messages; engines repeat the statement below the first line.
  const name = "$fault" in error ? `${error.name}: ` : "";
  return [`${what}: ${name}${lines[0] ?? error.name}`];
}
