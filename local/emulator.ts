import type { ChildProcess } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import * as v from "valibot";
import { EXIT, Failure } from "../operations/failure";
import { type ProcessEnvironment, type Processes, stopGroup } from "../operations/process/processes";
import type { LocalFolders } from "./project";

/** Accounts that answer at an endpoint. */
export interface Emulator {
  readonly endpoint: string;
  stop(): Promise<void>;
  /** Lets it live on when this program ends. */
  leave(): void;
}

const READY_SECONDS = 60;
const Announcement = v.pipe(v.string(), v.parseJson(), v.object({ endpoint: v.string() }));

/** File with the process id of an emulator that this project started and has not stopped. */
export const pidFile = (folders: LocalFolders): string => join(folders.run, "emulator.pid");

/** File with the endpoint of an emulator that this project started. */
export const announcementFile = (folders: LocalFolders): string => join(folders.run, "emulator.json");

/** Starts the emulator of `local/emulator`. It ends with this program; with `keep`, only when it is not left. */
export async function startEmulator(
  processes: Processes,
  options: {
    readonly python: string;
    readonly folders: LocalFolders;
    readonly environment: ProcessEnvironment;
    readonly keep: boolean;
    /**
     * Receives every call of a role, and makes the emulator refuse what the role may not do.
     * @default - nobody is refused
     */
    readonly enforce?: string | undefined;
  },
): Promise<Emulator> {
  const { folders, keep, enforce } = options;
  const announcement = announcementFile(folders);
  const logFile = join(folders.run, "emulator.log");
  rmSync(announcement, { force: true });
  const log = openSync(logFile, "a");
  const child = processes.start(
    options.python,
    [
      "-m",
      "lake_emulator",
      "--announce",
      announcement,
      ...(keep ? [] : ["--exit-with-parent"]),
      ...(enforce === undefined ? [] : ["--enforce", enforce]),
    ],
    {
      cwd: folders.project,
      env: { ...options.environment, PYTHONPATH: join(folders.project, "local", "emulator") },
      stdio: [keep ? "ignore" : "pipe", log, log],
    },
  );
  closeSync(log);
  if (child.pid !== undefined) writeFileSync(pidFile(folders), `${child.pid}\n`);
  const stop = async (): Promise<void> => {
    await stopGroup(child);
    rmSync(pidFile(folders), { force: true });
  };
  try {
    const endpoint = await endpointOf(child, announcement, logFile);
    return { endpoint, stop, leave: () => processes.release(child) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The endpoint that an emulator has announced in a file. */
export const announcedEndpoint = (file: string): string => v.parse(Announcement, readFileSync(file, "utf8")).endpoint;

/** An emulator that somebody else runs. */
export async function foreignEmulator(endpoint: string): Promise<Emulator> {
  try {
    await fetch(endpoint, { signal: AbortSignal.timeout(10_000) });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    throw new Failure(
      `Nothing answers at --endpoint ${endpoint} (${cause}). Start the emulator first, or leave the option out.`,
      EXIT.unusable,
    );
  }
  return { endpoint, stop: () => Promise.resolve(), leave: () => undefined };
}

async function endpointOf(child: ChildProcess, announcement: string, logFile: string): Promise<string> {
  for (const end = Date.now() + READY_SECONDS * 1000; Date.now() < end; await delay(50)) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      throw new Failure(`The emulator ended before it was ready.\n${tail(logFile)}\nIts whole output: ${logFile}`);
    }
    if (existsSync(announcement)) return announcedEndpoint(announcement);
  }
  throw new Failure(`The emulator was not ready within ${READY_SECONDS} seconds.\n${tail(logFile)}\nSee ${logFile}`);
}

const tail = (file: string): string => readFileSync(file, "utf8").trim().split("\n").slice(-12).join("\n");
