/**
 * Prints whole-process time, CPU time and peak memory of reading a folder and computing its access matrix, for generated
 * landscapes. Compare the growth, not the seconds: these depend on the machine.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Table from "cli-table3";
import { measure } from "./measure";

const ACCOUNTS = [50, 250, 500];
const RUNS = 3;

const program = (name: string): string => join(__dirname, name);

const scratch = mkdtempSync(join(tmpdir(), "lake-bench-"));
const table = new Table({
  head: ["accounts", "grants", "cells", "paths", "seconds", "CPU seconds", "growth", "peak MiB"],
  style: { head: [], border: [] },
  colAligns: ["right", "right", "right", "right", "right", "right", "right", "right"],
});
try {
  let first: number | undefined;
  for (const accounts of ACCOUNTS) {
    const folder = join(scratch, "out");
    execFileSync(process.execPath, [program("synthesize-generated.js"), String(accounts), folder], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    const args = [program("audit-folder.js"), folder];
    const usage = join(scratch, "usage");
    const hooked = ["--require", program("usage-hook.js"), ...args];
    const { seconds, cpuSeconds, peakMiB, output } = measure(hooked, process.env, RUNS, usage);
    first ??= cpuSeconds;
    const growth = `${(cpuSeconds / first).toFixed(1)}x`;
    table.push([
      accounts,
      ...output.trim().split(" "),
      seconds.toFixed(2),
      cpuSeconds.toFixed(2),
      growth,
      peakMiB.toFixed(0),
    ]);
    rmSync(folder, { recursive: true, force: true });
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(table.toString());
