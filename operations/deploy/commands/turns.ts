import { planRoleName } from "../../../model/names";
import { Interrupted } from "../../failure";
import { accountsOf } from "../../stacks";
import type { Event } from "../../terraform/events";
import { runSteps } from "../order/run-steps";
import type { Ending } from "../order/settle";
import type { Step } from "../order/steps";
import { stackFolder } from "../record/runs";
import type { StackContext } from "../stack/context";
import type { Turn } from "../stack/deploy-stack";
import { whenUsable } from "../stack/usable";
import type { Session } from "./session";

/** How all turns of a run ended. */
export interface Turns {
  readonly endings: ReadonlyMap<string, Ending>;
  /** Number of changes, planned or applied, by stack id. */
  readonly changes: ReadonlyMap<string, number>;
}

/** Gives each step its turn, shows how it goes, and keeps the record. */
export async function takeTurns(
  session: Session,
  steps: readonly Step[],
  stopped: () => boolean,
  turn: (context: StackContext) => Promise<Turn>,
): Promise<Turns> {
  const { display, run, options, processes, unusable } = session;
  const changes = new Map<string, number>();
  const end = (step: Step, ending: Ending, summary: string, lines: readonly string[] = []): Ending => {
    const fingerprint = session.fingerprints.get(step.id);
    run.journal.add({ kind: "ended", stack: step.id, ending, ...(fingerprint === undefined ? {} : { fingerprint }) });
    display.ended(step.id, ending, summary);
    if (lines.length > 0) display.say(lines.map((line) => `    ${line}`).join("\n"));
    return ending;
  };
  const endings = await runSteps(steps, {
    limit: options.parallelism,
    failFast: options.failFast,
    stopped: () => processes.interrupted || stopped(),
    onBlocked: (step, by) => void end(step, "blocked", `needs ${by}`),
    work: async (step, usable) => {
      const reason = unusable.get(step.id);
      if (reason !== undefined) return end(step, "failed", "", providerLines(reason));
      try {
        const { ending, changes: count, lines } = await turn(contextOf(session, step, usable));
        changes.set(step.id, count);
        return end(step, ending, ending === "done" ? showCount(count) : "", lines);
      } catch (error) {
        if (error instanceof Interrupted) return end(step, "left", "");
        throw error;
      }
    },
  });
  return { endings, changes };
}

const showCount = (count: number): string => (count === 0 ? "no changes" : `${count} change${count === 1 ? "" : "s"}`);

const providerLines = (reason: string): readonly string[] => [
  `A Terraform provider cannot be installed: ${reason}`,
  "What to do: docs/terraform-without-a-registry.md, or let this machine reach registry.terraform.io.",
];

function contextOf(session: Session, step: Step, usable: () => void): StackContext {
  const { run, processes, options, display } = session;
  const count = counter(options.command === "destroy" ? "destroying" : "applying", (phase) =>
    display.phase(step.id, phase),
  );
  const follow = options.command === "apply" ? whenUsable(usable) : () => undefined;
  return {
    step,
    run,
    processes,
    environment: { ...session.environment, ...roleOf(session, step) },
    logs: stackFolder(run, step.id),
    lockTimeout: options.lockTimeout,
    onEvent: (event) => {
      count(event);
      follow(event);
    },
    note: (line) => display.say(`    ${step.id}: ${line}`),
  };
}

/** The role that can only look; modules/run-role.ts declares the variable. */
function roleOf({ options, scope }: Session, step: Step): Readonly<Record<string, string>> {
  const account = accountsOf(scope.environment).find(({ name }) => name === step.account);
  return options.readOnly && account !== undefined ? { TF_VAR_run_role: planRoleName(account) } : {};
}

/** Counts what an apply has done. */
function counter(verb: string, show: (phase: string) => void): (event: Event) => void {
  let total = 0;
  let done = 0;
  return (event) => {
    if (event.type === "planned_change") total += 1;
    if (event.type !== "apply_complete") return;
    done += 1;
    show(`${verb} ${done} of ${Math.max(total, done)}`);
  };
}
