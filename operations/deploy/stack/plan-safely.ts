import { existsSync } from "node:fs";
import { join } from "node:path";
import type { StackJson } from "../../stack-json";
import { adopt } from "../recovery/adopt";
import { ERRORED_STATE, pushErroredState } from "../recovery/errored-state";
import { inDoubt } from "../recovery/in-doubt";
import { lastApply } from "../recovery/last-apply";
import { mendLocalState, setAsideCutState } from "../recovery/local-state";
import { halfMade, untaint } from "../recovery/untaint";
import type { StackContext } from "./context";
import { init, type Plan, plan } from "./plan";

/** What the plan is for. Only what will be applied may mend the state first. */
export type Purpose = "look" | "deploy" | "destroy";

/** Plans a stack, after what an interrupted apply has left behind is in order. */
export async function planSafely(context: StackContext, json: StackJson, purpose: Purpose): Promise<Plan> {
  const forgotten = purpose !== "look" && (await mendStates(context, json));
  const initErrors = await init(context);
  if (initErrors.length > 0) return { changes: [], errors: initErrors };
  const doubtful = inDoubt(lastApply(context), forgotten);
  if (purpose === "look") {
    tellOfInterruption(context, doubtful);
    return await plan(context);
  }
  const pushErrors = await pushErroredState(context);
  if (pushErrors.length > 0) return { changes: [], errors: pushErrors };
  if (doubtful.size === 0) return await plan(context, purpose === "destroy");
  const mended = await mend(context, json, doubtful);
  return purpose === "destroy" ? await plan(context, true) : mended;
}

/** @returns whether a state is older now than what the last apply did */
async function mendStates(context: StackContext, json: StackJson): Promise<boolean> {
  const rolledBack = await mendLocalState(context, json);
  return setAsideCutState(context) || rolledBack;
}

async function mend(context: StackContext, json: StackJson, doubtful: ReadonlySet<string>): Promise<Plan> {
  let current = await plan(context);
  const half = halfMade(current.errors, doubtful);
  if (half.length > 0) {
    await untaint(context, half);
    current = await plan(context);
  }
  return current.errors.length > 0 ? current : await adopt(context, json, doubtful, current);
}

function tellOfInterruption({ step, note }: StackContext, doubtful: ReadonlySet<string>): void {
  if (doubtful.size > 0) {
    note(`the last apply was interrupted; the next one looks whether it created ${[...doubtful].join(", ")}`);
  }
  const file = join(step.folder, ERRORED_STATE);
  if (existsSync(file)) note(`${file} is the newest state; the next apply saves it where it belongs`);
}
