import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import { Interrupted } from "../failure";
import { lineSplitter } from "./lines";

/** Environment of a process. Nothing is inherited besides. */
export type ProcessEnvironment = Readonly<Record<string, string>>;

export interface RunOptions {
  readonly cwd: string;
  readonly environment: ProcessEnvironment;
  /** Receives each line of standard output and error as it comes. */
  readonly onLine?: (line: string) => void;
  /** The process is stopped after so many seconds. */
  readonly timeoutSeconds?: number;
}

export interface RunResult {
  /** 127 when the command does not exist, 124 after a timeout. */
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const GRACE_MILLISECONDS = 10_000;

/** Every process that a command starts, so that it can stop them all, with whatever they started themselves. */
export class Processes {
  private readonly running = new Set<ChildProcess>();
  /** Those of `running` that are asked to end and never made to. */
  private readonly patient = new Set<ChildProcess>();
  private stopping = false;

  /** Whether somebody stopped the processes before they were done. */
  public get interrupted(): boolean {
    return this.stopping;
  }

  /** Whether something runs that finishes what it has begun, however long that takes. */
  public get patience(): boolean {
    return this.patient.size > 0;
  }

  /** Starts a process in a group of its own: Ctrl-C in the terminal reaches this program only, which decides. */
  public start(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
    if (this.stopping) throw new Interrupted();
    const child = spawn(command, args, { ...options, detached: true });
    this.running.add(child);
    const forget = (): void => {
      this.running.delete(child);
      this.patient.delete(child);
    };
    child.once("exit", forget).once("error", forget);
    return child;
  }

  /**
   * Like `start`, for a program that would leave a mess if it were killed: it is sent SIGINT alone, without what it has
   * started itself, is waited for as long as it takes, and outlives this program when that is killed.
   */
  public startPatiently(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
    const child = this.start(command, args, options);
    this.patient.add(child);
    return child;
  }

  /** From now on `stopAll` leaves this process alone, and this program does not wait for it. */
  public release(child: ChildProcess): void {
    this.running.delete(child);
    child.unref();
  }

  /** Runs a process to its end. Its exit status is left to the caller; only a stop from outside throws. */
  public async run(command: string, args: readonly string[], options: RunOptions): Promise<RunResult> {
    const child = this.start(command, args, {
      cwd: options.cwd,
      env: options.environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const stdout = collect(child.stdout, options.onLine);
    const stderr = collect(child.stderr, options.onLine);
    const timeout = new AbortController();
    let timedOut = false;
    if (options.timeoutSeconds !== undefined) {
      delay(options.timeoutSeconds * 1000, undefined, { signal: timeout.signal }).then(
        async () => {
          timedOut = true;
          await stopGroup(child);
        },
        () => undefined,
      );
    }
    const status = await new Promise<number>((resolve) => {
      child.once("close", (code) => resolve(code ?? 1)).once("error", () => resolve(127));
    });
    timeout.abort();
    if (this.stopping) throw new Interrupted();
    return { status: timedOut ? 124 : status, stdout: stdout(), stderr: stderr() };
  }

  /** Asks all processes to end, and makes them after a while. Nothing can be started any more. */
  public async stopAll(): Promise<void> {
    this.stopping = true;
    await Promise.all([...this.running].map((child) => (this.patient.has(child) ? askToEnd(child) : stopGroup(child))));
  }

  /** Ends all processes at once, but for those that were started patiently: they go on by themselves. */
  public killAll(): void {
    this.stopping = true;
    for (const child of this.running) {
      if (this.patient.has(child)) child.unref();
      else signalGroup(child, "SIGKILL");
    }
  }
}

async function askToEnd(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGINT");
  await exited;
}

/** Asks a process and what it started to end, and makes it after a while. */
export async function stopGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once("exit", resolve));
  signalGroup(child, "SIGTERM");
  const over = new AbortController();
  const kill = delay(GRACE_MILLISECONDS, undefined, { signal: over.signal }).then(
    () => signalGroup(child, "SIGKILL"),
    () => undefined,
  );
  await exited;
  over.abort();
  await kill;
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

function collect(stream: NodeJS.ReadableStream | null, onLine?: (line: string) => void): () => string {
  let text = "";
  const lines = lineSplitter((line) => onLine?.(line));
  stream?.setEncoding("utf8");
  stream?.on("data", (chunk: string) => {
    text += chunk;
    lines.push(chunk);
  });
  stream?.on("end", () => lines.flush());
  return () => text;
}
