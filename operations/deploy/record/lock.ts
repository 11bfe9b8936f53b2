import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { EXIT, Failure, systemCode } from "../../failure";

const Holder = v.pipe(v.string(), v.parseJson(), v.object({ pid: v.number(), run: v.string() }));

/**
 * Keeps two runs on this machine from working on one environment's folders. A lock whose process is gone counts for
 * nothing. Runs on different machines are kept apart by the locks of the states.
 * @returns function that gives the lock back
 * @throws Failure when another run is under way
 */
export function lockRuns(folder: string, run: string, pid: number = process.pid): () => void {
  const file = join(folder, "running.json");
  const holder = v.safeParse(Holder, readText(file));
  if (holder.success && holder.output.pid !== pid && isAlive(holder.output.pid)) {
    throw new Failure(
      `Run ${holder.output.run} is under way (process ${holder.output.pid}). Wait for it or stop it with Ctrl-C there. ` +
        `If process ${holder.output.pid} is something else, delete ${file}.`,
      EXIT.unusable,
    );
  }
  writeFileSync(file, JSON.stringify({ pid, run }), { mode: 0o600 });
  return () => rmSync(file, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process is alive too.
    return systemCode(error) === "EPERM";
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
