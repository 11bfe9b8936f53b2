import { EXIT, type ExitStatus } from "../../failure";
import { deployStack } from "../stack/deploy-stack";
import { showPlan } from "../stack/plan";
import type { Session } from "./session";
import { takeTurns } from "./turns";

/** Plans every step at the same time: nobody's plan waits for another's. */
export async function planAll(session: Session): Promise<ExitStatus> {
  const { options, scope, display, run, json } = session;
  const unordered = session.steps.map((step) => ({ ...step, after: [] }));
  const { endings, changes } = await takeTurns(
    session,
    unordered,
    () => false,
    (context) =>
      deployStack(context, {
        purpose: "look",
        // With the order, so that a failed lookup can be told from a failure.
        steps: scope.all,
        step: scope.all.find(({ id }) => id === context.step.id) ?? context.step,
        json,
        fingerprint: session.fingerprints.get(context.step.id) ?? "",
        onPhase: (phase) => display.phase(context.step.id, phase),
        approve: async () => {
          display.say(`\n${context.step.id}\n${(await showPlan(context)).trim()}\n`);
          return false;
        },
      }),
  );
  const withChanges = [...changes].filter(([id, count]) => count > 0 && endings.get(id) === "done").length;
  if (withChanges > 0) {
    display.say(`\n${withChanges} plans with changes. To apply these very plans:`);
    display.say(`  npm run deploy -- apply --env ${scope.environment.name} --plans ${run.name}`);
  }
  const all = [...endings.values()];
  if (all.includes("failed")) return EXIT.failed;
  if (all.some((ending) => ending !== "done")) return EXIT.incomplete;
  return options.detailedExitCode && withChanges > 0 ? EXIT.changes : EXIT.success;
}
