import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Time and memory of a whole process. */
export interface Measurement {
  /** Seconds from start to end, median of the runs. */
  readonly seconds: number;
  /** MiB of the largest resident set of all runs. */
  readonly peakMiB: number;
}

const KIB_PER_MIB = 1024;

/**
 * Runs a Node program several times, after one run that warms the file cache.
 * @param usageFile where the program leaves its peak memory; see usage-hook.ts
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
    const { status, stderr } = spawnSync(process.execPath, [...args], {
      env: { ...environment, BENCH_USAGE_FILE: usageFile },
      encoding: "utf8",
    });
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    if (status !== 0) throw new Error(`${args.join(" ")} ended with status ${status}\n${stderr}`);
    return { seconds, peakMiB: Number(readFileSync(usageFile, "utf8")) / KIB_PER_MIB };
  }).slice(1);
  const seconds = results.map((result) => result.seconds).toSorted((one, other) => one - other);
  return {
    seconds: seconds[Math.floor(seconds.length / 2)] ?? Number.NaN,
    peakMiB: Math.max(...results.map(({ peakMiB }) => peakMiB)),
  };
}
