import { runSteps } from "../operations/deploy/order/run-steps";
import type { Step } from "../operations/deploy/order/steps";
import { Failure } from "../operations/failure";
import type { ProcessEnvironment, Processes } from "../operations/process/processes";
import { applyStack } from "./deployment/apply-stack";

/** A stack that is deployed, and how long that took. */
export interface DeployedStack {
  readonly stack: string;
  readonly seconds: number;
}

export interface DeployOptions {
  readonly environment: ProcessEnvironment;
  /** Folder of the stacks' logs. */
  readonly logs: string;
  /** Stacks at a time. */
  readonly parallelism: number;
  readonly print: (line: string) => void;
  /** Called when all stacks of an account are deployed. */
  readonly afterAccount?: (deployed: readonly DeployedStack[]) => void;
}

/**
 * Deploys stacks, each as soon as what it needs is there, whatever account it is in, as `npm run deploy` does.
 * @throws Failure that says what failed and what was not begun
 */
export async function deploy(
  processes: Processes,
  steps: readonly Step[],
  { environment, logs, parallelism, print, afterAccount }: DeployOptions,
): Promise<readonly DeployedStack[]> {
  const deployed: DeployedStack[] = [];
  const failures: string[] = [];
  const endings = await runSteps(steps, {
    limit: parallelism,
    failFast: true,
    stopped: () => processes.interrupted,
    onBlocked: () => undefined,
    work: async (step, onUsable) => {
      const { seconds, errors } = await applyStack(processes, step, { environment, logs, onUsable });
      if (errors.length > 0) {
        failures.push(`${step.id} could not be deployed.`, ...errors.map((line) => `  ${line}`));
        return "failed";
      }
      print(`${step.id} deployed in ${seconds.toFixed(1)} s`);
      deployed.push({ stack: step.id, seconds });
      const account = steps.filter(({ account: name }) => name === step.account);
      const done = deployed.filter(({ stack }) => account.some(({ id }) => id === stack));
      if (done.length === account.length) afterAccount?.(done);
      return "done";
    },
  });
  const left = [...endings].filter(([, ending]) => ending !== "done").map(([id]) => id);
  if (left.length === 0) return deployed;
  throw new Failure([...failures, `Not finished: ${left.join(", ")}`].join("\n"));
}
