/** Loaded into the measured process with `--require`: leaves its peak memory, in KiB, and its CPU seconds in a file. */
import { writeFileSync } from "node:fs";

const file = process.env["BENCH_USAGE_FILE"];
if (file !== undefined) {
  process.on("exit", () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeFileSync(file, `${maxRSS} ${(userCPUTime + systemCPUTime) / 1e6}`);
  });
}
