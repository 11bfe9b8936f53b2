import { execFileSync } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import type { JournalEntry } from "../record/journal";

/** Terraform processes that a run started and whose end it did not see: process id and stack. */
export function unfinished(entries: readonly JournalEntry[]): ReadonlyMap<number, string> {
  const open = new Map<number, string>();
  for (const entry of entries) {
    if (entry.kind === "process") open.set(entry.pid, entry.stack);
    if (entry.kind !== "ended") continue;
    for (const [pid, stack] of open) if (stack === entry.stack) open.delete(pid);
  }
  return open;
}

/** Whether a process is a Terraform: its id may have been given to another program since. */
export function isTerraform(pid: number): boolean {
  try {
    return /(?:^|\/)terraform\s/.test(execFileSync("ps", ["-p", String(pid), "-o", "args="], { encoding: "utf8" }));
  } catch {
    return false;
  }
}

/** Waits until a process that is not ours has ended. */
export async function waitFor(pid: number, stopped: () => boolean, milliseconds = 500): Promise<void> {
  while (isTerraform(pid) && !stopped()) await delay(milliseconds);
}
