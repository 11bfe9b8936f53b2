import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { pidFile } from "./emulator";
import type { LocalFolders } from "./project";

/** Process id of the emulator that an earlier run left up; nothing when there is none. */
export function keptEmulator(folders: LocalFolders): number | undefined {
  const pid = Number(readText(pidFile(folders)));
  // The id may have been given to another process since: only a process that looks like the emulator counts.
  return Number.isInteger(pid) && pid > 0 && commandOf(pid).includes("lake_emulator") ? pid : undefined;
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
