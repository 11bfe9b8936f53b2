import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { explain } from "../../diagnosis";
import { EXIT, type ExitStatus, Failure } from "../../failure";
import type { Ending } from "../order/settle";
import { savedPlans, stillDone } from "../record/resume";
import type { Run } from "../record/runs";
import type { StackContext } from "../stack/context";
import { sceneOf } from "../stack/context";
import { applyPlan, deployStack, type Turn } from "../stack/deploy-stack";
import { init, planFile } from "../stack/plan";
import { Approval } from "./approval";
import type { Session } from "./session";
import { takeTurns } from "./turns";

/** What an earlier run is to this one. */
export type Earlier = { readonly kind: "resumed" | "plans"; readonly run: Run } | undefined;

/** Applies or destroys, each step as soon as what it needs is done. */
export async function changeAll(
  session: Session,
  purpose: "deploy" | "destroy",
  earlier: Earlier,
): Promise<ExitStatus> {
  const { options, scope, display, json } = session;
  const done =
    earlier?.kind === "resumed"
      ? stillDone(session.steps, earlier.run.journal.read(), session.fingerprints)
      : new Set<string>();
  for (const id of done) keepDone(session, id);
  const steps = session.steps.filter(({ id }) => !done.has(id));
  if (done.size > 0) display.say(`${done.size} of ${session.steps.length} stacks are done since the earlier run.`);

  const approval = new Approval(display, purpose === "deploy" ? "apply" : "destroy", options.autoApprove);
  const { endings } = await takeTurns(
    session,
    steps,
    () => approval.over,
    (context) => {
      const common = {
        purpose,
        step: scope.all.find(({ id }) => id === context.step.id) ?? context.step,
        steps: scope.all,
        json,
        fingerprint: session.fingerprints.get(context.step.id) ?? "",
        onPhase: (phase: string) => display.phase(context.step.id, phase),
      };
      return earlier?.kind === "plans"
        ? applySaved(context, earlier.run, common)
        : deployStack(context, { ...common, approve: () => approval.of(context) });
    },
  );
  return statusOf([...endings.values()]);
}

/** The journal says of each run alone what is done, so that a run that resumed can be resumed. */
function keepDone({ run, fingerprints }: Session, stack: string): void {
  const fingerprint = fingerprints.get(stack);
  run.journal.add({ kind: "ended", stack, ending: "done", ...(fingerprint === undefined ? {} : { fingerprint }) });
}

async function applySaved(
  context: StackContext,
  run: Run,
  options: Parameters<typeof applyPlan>[1] & { readonly fingerprint: string },
): Promise<Turn> {
  const { step, logs } = context;
  const saved = savedPlans(run.journal.read()).get(step.id);
  if (saved === undefined) {
    return {
      ending: "waiting",
      changes: 0,
      lines: [`${run.name} has no plan of it. Plan again now that others are deployed.`],
    };
  }
  if (saved.changes === 0) return { ending: "done", changes: 0, lines: [] };
  if (saved.fingerprint !== options.fingerprint) {
    return {
      ending: "failed",
      changes: 0,
      lines: [
        `The generated JSON is no longer what ${run.name} planned: the plan is stale.`,
        "What to do: go back to that revision, or plan again and look at the new plan.",
      ],
    };
  }
  copyFileSync(planFile(join(run.folder, step.id)), planFile(logs));
  options.onPhase("preparing");
  const errors = await init(context);
  if (errors.length > 0) return { ending: "failed", changes: 0, lines: explain(errors, sceneOf(context)) };
  return await applyPlan(context, options, saved.changes);
}

function statusOf(endings: readonly Ending[]): ExitStatus {
  if (endings.includes("failed")) return EXIT.failed;
  return endings.some((ending) => ending !== "done") ? EXIT.incomplete : EXIT.success;
}

/** @throws Failure when nobody could be asked */
export function refuseUnasked(autoApprove: boolean, plans: string | undefined, isTerminal: boolean): void {
  if (autoApprove || plans !== undefined || isTerminal) return;
  throw new Failure(
    "Nobody can be asked here, since standard input is no terminal. Apply plans that were looked at with --plans RUN " +
      "(`npm run deploy -- plan` makes them), or say --auto-approve.",
    EXIT.unusable,
  );
}
