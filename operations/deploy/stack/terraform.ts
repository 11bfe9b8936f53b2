import { join } from "node:path";
import { runLogged } from "../../process/run-logged";
import type { Diagnostic } from "../../terraform/diagnostics";
import { type Event, errorsIn, readEvent } from "../../terraform/events";
import type { StackContext } from "./context";

/** How a run of Terraform ended. */
export interface TerraformEnd {
  readonly status: number;
  readonly events: readonly Event[];
  /** Empty when it went well. */
  readonly errors: readonly Diagnostic[];
  readonly logFile: string;
}

const TAIL = 12;

/** Runs `terraform` in the stack's folder; its whole output stays in `<name>.jsonl` of the run. */
export async function terraform(
  context: StackContext,
  name: string,
  args: readonly string[],
  folder: string = context.step.folder,
): Promise<TerraformEnd> {
  const { processes, environment, logs, onEvent, run, step } = context;
  const logFile = join(logs, `${name}.jsonl`);
  const events: Event[] = [];
  const others: string[] = [];
  const { status, signal } = await runLogged(processes, "terraform", args, {
    cwd: folder,
    environment,
    logFile,
    onLine: (line) => {
      const event = readEvent(line);
      if (event === undefined) {
        if (!line.startsWith('{"@level"') && line.trim() !== "") others.push(line);
        return;
      }
      events.push(event);
      onEvent(event);
    },
    onStart: (pid) => run.journal.add({ kind: "process", stack: step.id, pid }),
  });
  const errors = errorsIn(events);
  const failed = signal !== undefined || (status !== 0 && !(status === 2 && args.includes("-detailed-exitcode")));
  if (!failed || (errors.length > 0 && signal === undefined)) return { status, events, errors, logFile };
  return { status: status || 1, events, errors: [...errors, endOf(status, signal, others)], logFile };
}

/** An end that Terraform itself says nothing about. */
function endOf(status: number, signal: NodeJS.Signals | undefined, output: readonly string[]): Diagnostic {
  if (status === 127) return { severity: "error", summary: "There is no `terraform` on the PATH", detail: "" };
  const summary = signal === undefined ? `Terraform ended with status ${status}` : `Terraform was killed (${signal})`;
  return { severity: "error", summary, detail: output.slice(-TAIL).join("\n") };
}
