import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { EXIT, Failure } from "../operations/failure";
import { announcedEndpoint, announcementFile, pidFile } from "./emulator";
import type { LocalFolders } from "./project";

/** Process id of the emulator that an earlier run left up; nothing when there is none. */
export function keptEmulator(folders: LocalFolders): number | undefined {
  const pid = Number(readText(pidFile(folders)));
  // The id may have been given to another process since: only a process that looks like the emulator counts.
  return Number.isInteger(pid) && pid > 0 && commandOf(pid).includes("lake_emulator") ? pid : undefined;
}

/**
 * Endpoint of the emulator that an earlier run left up.
 * @throws Failure when there is none
 */
export function keptEndpoint(folders: LocalFolders): string {
  if (keptEmulator(folders) !== undefined) return announcedEndpoint(announcementFile(folders));
  throw new Failure(
    "No emulated accounts are up. `npm run demo -- --keep` deploys to some and leaves them up.",
    EXIT.unusable,
  );
}

/** Stops the emulator that an earlier run left up. */
export async function stopKeptEmulator(folders: LocalFolders): Promise<boolean> {
  const pid = keptEmulator(folders);
  if (pid !== undefined) {
    process.kill(pid, "SIGTERM");
    for (let tries = 0; tries < 100 && commandOf(pid) !== ""; tries += 1) await delay(100);
  }
  rmSync(pidFile(folders), { force: true });
  return pid !== undefined;
}

function commandOf(pid: number): string {
  try {
    return execFileSync("ps", ["-p", String(pid), "-o", "args="], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
