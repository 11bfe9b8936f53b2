/** Loaded into the measured process with `--require`: leaves its peak memory, in KiB, in a file. */
import { writeFileSync } from "node:fs";

const file = process.env["BENCH_USAGE_FILE"];
if (file !== undefined) process.on("exit", () => writeFileSync(file, String(process.resourceUsage().maxRSS)));
