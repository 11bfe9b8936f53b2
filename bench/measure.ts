import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Time and memory of a whole process. */
export interface Measurement {
  /** Seconds from start to end, median of the runs. */
  readonly seconds: number;
  /** CPU seconds of all its threads, median of the runs: they say more than seconds when the machine is busy. */
  readonly cpuSeconds: number;
  /** MiB of the largest resident set of all runs. */
  readonly peakMiB: number;
  /** What the last run printed. */
  readonly output: string;
}

const KIB_PER_MIB = 1024;

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * Runs a Node program several times, after one run that warms the file cache.
 * @param usageFile where the program leaves what it used; see usage-hook.ts
 * @throws Error when a run fails
 */
export function measure(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  runs: number,
  usageFile: string,
): Measurement {
  const results = Array.from({ length: runs + 1 }, () => {
    const start = process.hrtime.bigint();
    const { status, stdout, stderr } = spawnSync(process.execPath, [...args], {
      env: { ...environment, BENCH_USAGE_FILE: usageFile },
      encoding: "utf8",
    });
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    if (status !== 0) throw new Error(`${args.join(" ")} ended with status ${status}\n${stderr}`);
    const [peakKiB = 0, cpuSeconds = 0] = readFileSync(usageFile, "utf8").split(" ").map(Number);
    return { seconds, cpuSeconds, peakMiB: peakKiB / KIB_PER_MIB, output: stdout };
  }).slice(1);
  return {
    seconds: median(results.map(({ seconds }) => seconds)),
    cpuSeconds: median(results.map(({ cpuSeconds }) => cpuSeconds)),
    peakMiB: Math.max(...results.map(({ peakMiB }) => peakMiB)),
    output: results.at(-1)?.output ?? "",
  };
}
