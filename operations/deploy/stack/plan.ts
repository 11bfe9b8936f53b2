import { join } from "node:path";
import type { Diagnostic } from "../../terraform/diagnostics";
import { changesIn } from "../../terraform/events";
import type { StackContext } from "./context";
import { terraform } from "./terraform";

/** What a plan says. */
export interface Plan {
  /** Empty when nothing is to be done. */
  readonly changes: readonly string[];
  readonly errors: readonly Diagnostic[];
}

const FAILED = 1;

/** File of the stack's saved plan in a run. */
export const planFile = (logs: string): string => join(logs, "plan.tfplan");

/** `terraform init`, as often as one likes. */
export async function init(context: StackContext): Promise<readonly Diagnostic[]> {
  return (await terraform(context, "init", ["init", "-json", "-input=false"])).errors;
}

/** `terraform plan`; the plan is saved in the run's folder. */
export async function plan(context: StackContext, destroy = false): Promise<Plan> {
  const { logs, lockTimeout } = context;
  const { status, events, errors } = await terraform(context, "plan", [
    "plan",
    "-json",
    "-input=false",
    "-detailed-exitcode",
    `-lock-timeout=${lockTimeout}`,
    `-out=${planFile(logs)}`,
    ...(destroy ? ["-destroy"] : []),
  ]);
  const changes = changesIn(events);
  // A plan of outputs or moves alone has no planned change; its status still says that there is something to do.
  const told = status === 2 && changes.length === 0 ? ["update state"] : changes;
  return { changes: status === FAILED ? [] : told, errors };
}

/** `terraform apply` of the saved plan: what was shown, and nothing else. */
export async function apply(context: StackContext): Promise<readonly Diagnostic[]> {
  const { step, run, logs, lockTimeout } = context;
  run.journal.add({ kind: "applying", stack: step.id });
  const args = ["apply", "-json", "-input=false", `-lock-timeout=${lockTimeout}`, planFile(logs)];
  return (await terraform(context, "apply", args)).errors;
}

/** The saved plan as Terraform shows it to people. */
export async function showPlan({ processes, environment, step, logs }: StackContext): Promise<string> {
  const { stdout, stderr } = await processes.run("terraform", ["show", "-no-color", planFile(logs)], {
    cwd: step.folder,
    environment,
  });
  return stdout === "" ? stderr : stdout;
}
