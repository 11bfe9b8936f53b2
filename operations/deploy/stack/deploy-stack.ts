import { explain } from "../../diagnosis";
import { deployFirst, missingUpstream } from "../../diagnosis/lookups";
import type { StackJson } from "../../stack-json";
import type { Diagnostic } from "../../terraform/diagnostics";
import type { Ending } from "../order/settle";
import type { Step } from "../order/steps";
import { type StackContext, sceneOf } from "./context";
import { apply, type Plan } from "./plan";
import { type Purpose, planSafely } from "./plan-safely";

/** How a stack's turn ended, with what people should know about it. */
export interface Turn {
  readonly ending: Ending;
  /** Number of changes, planned or applied. */
  readonly changes: number;
  readonly lines: readonly string[];
}

export interface TurnOptions {
  readonly purpose: Purpose;
  /** The step with everything that it needs, whether the run has it or not. */
  readonly step: Step;
  /** Every step of the environment, in order. */
  readonly steps: readonly Step[];
  readonly json: (stack: string) => StackJson;
  readonly fingerprint: string;
  readonly onPhase: (phase: string) => void;
  /** Asks whether a plan with changes may be applied. */
  readonly approve: (plan: Plan) => Promise<boolean>;
}

/** One stack's turn: plan, approval, apply of that very plan. */
export async function deployStack(context: StackContext, options: TurnOptions): Promise<Turn> {
  const { step, run } = context;
  const { purpose, fingerprint, onPhase, approve, json } = options;
  onPhase("planning");
  const planned = await planSafely(context, json(step.id), purpose);
  if (planned.errors.length > 0) return failure(context, planned.errors, options);
  const changes = planned.changes.length;
  run.journal.add({ kind: "planned", stack: step.id, fingerprint, changes });
  if (changes === 0) return { ending: "done", changes, lines: [] };
  if (!(await approve(planned))) return { ending: purpose === "look" ? "done" : "declined", changes, lines: [] };
  return await applyPlan(context, options, changes);
}

/** Applies the stack's saved plan. */
export async function applyPlan(
  context: StackContext,
  options: Pick<TurnOptions, "step" | "steps" | "json" | "onPhase" | "purpose">,
  changes: number,
): Promise<Turn> {
  options.onPhase(options.purpose === "destroy" ? "destroying" : "applying");
  const errors = await apply(context);
  return errors.length === 0 ? { ending: "done", changes, lines: [] } : failure(context, errors, options);
}

function failure(
  context: StackContext,
  errors: readonly Diagnostic[],
  { step, steps, json }: Pick<TurnOptions, "step" | "steps" | "json">,
): Turn {
  const missing = missingUpstream(step, errors, steps, json);
  if (missing.length > 0) return { ending: "waiting", changes: 0, lines: [deployFirst(step, missing)] };
  return { ending: "failed", changes: 0, lines: [...explain(errors, sceneOf(context)), `Logs: ${context.logs}`] };
}
