import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Step } from "../../operations/deploy/order/steps";
import { whenUsable } from "../../operations/deploy/stack/usable";
import type { ProcessEnvironment, Processes } from "../../operations/process/processes";
import { runLogged } from "../../operations/process/run-logged";
import { type Event, errorsIn, readEvent } from "../../operations/terraform/events";

export interface ApplyOptions {
  readonly environment: ProcessEnvironment;
  /** Folder of the logs, one of each stack. */
  readonly logs: string;
  /** Called when all is there that other stacks may need, if that is before the end. */
  readonly onUsable: () => void;
}

/** How an apply ended. */
export interface Applied {
  readonly seconds: number;
  /** Empty when it went well. */
  readonly errors: readonly string[];
}

const TAIL = 12;

/** `terraform init` and `terraform apply` of one stack. */
export async function applyStack(
  processes: Processes,
  { id, folder }: Step,
  { environment, logs, onUsable }: ApplyOptions,
): Promise<Applied> {
  mkdirSync(logs, { recursive: true });
  const began = Date.now();
  const follow = whenUsable(onUsable);
  for (const [name, args] of [
    ["init", ["init", "-json", "-input=false"]],
    ["apply", ["apply", "-json", "-input=false", "-auto-approve"]],
  ] as const) {
    const logFile = join(logs, `${id}.${name}.jsonl`);
    const events: Event[] = [];
    const lines: string[] = [];
    const { status } = await runLogged(processes, "terraform", args, {
      cwd: folder,
      environment,
      logFile,
      onLine: (line) => {
        const event = readEvent(line);
        if (event === undefined) {
          lines.push(line);
          return;
        }
        events.push(event);
        follow(event);
      },
    });
    if (status === 0) continue;
    const errors = errorsIn(events).map(({ summary, detail, address }) =>
      [address, summary, detail].filter((part) => part !== undefined && part !== "").join(": "),
    );
    return {
      seconds: secondsSince(began),
      errors: [...(errors.length > 0 ? errors : lines.slice(-TAIL)), `The whole output: ${logFile}`],
    };
  }
  return { seconds: secondsSince(began), errors: [] };
}

const secondsSince = (began: number): number => (Date.now() - began) / 1000;
