import { closeSync, openSync, readSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { lineSplitter } from "./lines";
import type { ProcessEnvironment, Processes } from "./processes";

const POLL_MILLISECONDS = 100;
const CHUNK = 64 * 1024;

export interface LoggedRun {
  readonly cwd: string;
  readonly environment: ProcessEnvironment;
  /** File that receives standard output and error. */
  readonly logFile: string;
  /** Receives each line of the log as it comes. */
  readonly onLine: (line: string) => void;
  /** Receives the process id as soon as there is one. */
  readonly onStart?: (pid: number) => void;
}

/** How a program ended. */
export interface LoggedEnd {
  /** 127 when the command does not exist. */
  readonly status: number;
  /** The signal that killed it; nothing when it ended by itself. */
  readonly signal: NodeJS.Signals | undefined;
}

/**
 * Runs a program that writes straight to its log file, and reads along. It is started patiently, and a pipe to this
 * program would break with it: so, whatever happens here, the program can finish what it has begun.
 */
export async function runLogged(
  processes: Processes,
  command: string,
  args: readonly string[],
  { cwd, environment, logFile, onLine, onStart }: LoggedRun,
): Promise<LoggedEnd> {
  const output = openSync(logFile, "w", 0o600);
  const input = openSync(logFile, "r");
  try {
    const child = processes.startPatiently(command, args, { cwd, env: environment, stdio: ["ignore", output, output] });
    const ended = new Promise<LoggedEnd>((resolve) => {
      child.once("exit", (code, signal) => resolve({ status: code ?? 1, signal: signal ?? undefined }));
      child.once("error", () => resolve({ status: 127, signal: undefined }));
    });
    if (child.pid !== undefined) onStart?.(child.pid);
    const read = follow(input, onLine);
    for (;;) {
      const end = await Promise.race([ended, delay(POLL_MILLISECONDS)]);
      read(end !== undefined);
      if (end !== undefined) return end;
    }
  } finally {
    closeSync(output);
    closeSync(input);
  }
}

/** Reads what a file has received since the last call; the last call hands over a line without an end too. */
function follow(file: number, onLine: (line: string) => void): (last?: boolean) => void {
  const lines = lineSplitter(onLine);
  const buffer = Buffer.alloc(CHUNK);
  const decoder = new TextDecoder();
  let position = 0;
  return (last = false) => {
    for (let size = -1; size !== 0; position += size) {
      size = readSync(file, buffer, 0, CHUNK, position);
      lines.push(decoder.decode(buffer.subarray(0, size), { stream: true }));
    }
    if (last) lines.flush();
  };
}
