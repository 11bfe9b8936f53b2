import { mapLimited } from "../operations/concurrency";
import type { SynthesizedStack } from "../operations/manifest";
import type { ProcessEnvironment, Processes } from "../operations/process/processes";
import { readPlan } from "../operations/terraform/plan-json";

/** What a stack's second plan says. */
export interface SecondPlan {
  readonly stack: string;
  /** Empty when the plan is. */
  readonly problems: readonly string[];
}

/**
 * Plans stacks that have just been deployed. A plan that is not empty means that a deployment would never come to rest:
 * something in the stack does not say what AWS keeps.
 */
export async function planAgain(
  processes: Processes,
  stacks: readonly SynthesizedStack[],
  options: { readonly environment: ProcessEnvironment; readonly parallelism: number },
): Promise<readonly SecondPlan[]> {
  return await mapLimited(stacks, options.parallelism, async ({ id, folder }) => {
    const { status, stdout, stderr } = await processes.run(
      "terraform",
      ["plan", "-json", "-detailed-exitcode", "-input=false", "-lock=false"],
      { cwd: folder, environment: options.environment },
    );
    return { stack: id, problems: judgePlan(status, stdout, stderr) };
  });
}

/** The problems of a plan; its exit status alone decides whether there are any. */
export function judgePlan(status: number, stdout: string, stderr: string): readonly string[] {
  if (status === 0) return [];
  const { changes, errors } = readPlan(stdout);
  const problems = [...errors, ...changes];
  return problems.length > 0 ? problems : [`terraform plan ended with ${status}: ${stderr.trim()}`];
}
