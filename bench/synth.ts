/**
 * Prints whole-process time and peak memory of a synthesis: the default landscape, and generated ones of 50 and 500
 * accounts. Compare the growth, not the seconds: these depend on the machine.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Table from "cli-table3";
import { readStacks } from "../synth/output-folder";
import { elements } from "../synth/terraform-json";
import { measure } from "./measure";

interface Case {
  readonly name: string;
  readonly args: (folder: string) => readonly string[];
  readonly runs: number;
}

const program = (name: string): string => join(__dirname, name);
const generated = (accounts: number, runs: number): Case => ({
  name: `${accounts} accounts`,
  args: (folder) => [program("synthesize-generated.js"), String(accounts), folder],
  runs,
});

const CASES: readonly Case[] = [
  { name: "default landscape", args: () => [program("../main.js")], runs: 7 },
  generated(50, 5),
  generated(500, 3),
];

function countResources(folder: string): { stacks: number; resources: number } {
  const stacks = readStacks(folder);
  return {
    stacks: stacks.length,
    resources: stacks.flatMap(elements).filter(({ kind }) => kind === "resource").length,
  };
}

function main(): void {
  const scratch = mkdtempSync(join(tmpdir(), "lake-bench-"));
  const table = new Table({
    head: ["landscape", "stacks", "resources", "seconds", "growth", "peak MiB"],
    style: { head: [], border: [] },
    colAligns: ["left", "right", "right", "right", "right", "right"],
  });
  let first: number | undefined;
  try {
    for (const { name, args, runs } of CASES) {
      const folder = join(scratch, "out");
      const { seconds, peakMiB } = measure(
        ["--require", program("usage-hook.js"), ...args(folder)],
        { ...process.env, CDKTF_OUTDIR: folder },
        runs,
        join(scratch, "usage"),
      );
      const { stacks, resources } = countResources(folder);
      first ??= seconds;
      table.push([name, stacks, resources, seconds.toFixed(2), `${(seconds / first).toFixed(1)}x`, peakMiB.toFixed(0)]);
      rmSync(folder, { recursive: true, force: true });
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  console.log(table.toString());
}

main();
