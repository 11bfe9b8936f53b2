import { EXIT, type ExitStatus, Failure, Interrupted, systemCode } from "./failure";
import { stopOnSignals } from "./process/interrupt";
import { Processes } from "./process/processes";
import { type Terminal, terminal } from "./terminal";

/** What a command works with. */
export interface Command {
  readonly args: readonly string[];
  readonly processes: Processes;
  readonly terminal: Terminal;
}

/** Runs a command: stops what it started, whatever happens, and sets the exit status. */
export async function runCommand(work: (command: Command) => Promise<ExitStatus>): Promise<void> {
  const processes = new Processes();
  const ignoreSignals = stopOnSignals(processes, console.error);
  process.stdout.on("error", ignoreClosedPipe);
  try {
    process.exitCode = await work({ args: process.argv.slice(2), processes, terminal: terminal() });
  } catch (error) {
    // After an interruption everything fails somehow; only the interruption itself is worth telling.
    const cause = processes.interrupted ? new Interrupted() : named(error);
    console.error(cause instanceof Failure ? `\n${cause.message}` : cause);
    process.exitCode = cause instanceof Failure ? cause.exitStatus : EXIT.failed;
  } finally {
    await processes.stopAll();
    ignoreSignals();
  }
}

/** Whoever reads the output may have enough of it, like `head`; the work goes on all the same. */
function ignoreClosedPipe(error: Error): void {
  if (systemCode(error) !== "EPIPE") throw error;
}

/** A full disk can meet every line of a program; it deserves a sentence all the same. */
function named(error: unknown): unknown {
  const code = systemCode(error);
  if (code !== "ENOSPC" && code !== "EDQUOT") return error;
  const what = error instanceof Error ? error.message : String(error);
  return new Failure(
    `A disk is full (${what}). Make room (\`df -h\` shows where), then run the same command again: what is done stays done.`,
  );
}
