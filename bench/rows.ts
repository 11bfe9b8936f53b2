/**
 * Prints how long rows take from a bank into current-state tables, and the memory that needs, for banks of
 * growing size: `npm run bench:rows -- [changes ...]`. It works on copies of the accounts that `npm run demo -- --keep`
 * left up. Compare the growth, not the seconds: these depend on the machine.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Table from "cli-table3";
import * as v from "valibot";
import { copyAccounts } from "../local/copies";
import { keptEndpoint } from "../local/kept-emulator";
import { localFolders } from "../local/project";
import { BANK_NAMES, bankKind } from "../local/rows/bank-order";
import { Failure } from "../operations/failure";
import { chooseEnvironment, loadEnvironments } from "../operations/landscape";

const DEFAULT_CHANGES = ["30000", "300000"];
const KIB_PER_MIB = 1024;

const Printed = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    bank: v.number(),
    replication: v.number(),
    merge: v.number(),
    comparison: v.number(),
    rows: v.number(),
    files: v.number(),
  }),
);

/** Measures one size in a process of its own. */
async function once(changes: string, folder: string): Promise<readonly (number | string)[]> {
  const copy = await copyAccounts(keptEndpoint(localFolders("demo")));
  const usage = join(folder, "usage");
  try {
    const args = ["--require", join(__dirname, "usage-hook.js"), join(__dirname, "rows-once.js")];
    const { status, stdout, stderr } = spawnSync(process.execPath, [...args, copy.endpoint, changes, folder], {
      env: { ...process.env, BENCH_USAGE_FILE: usage },
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`${changes} changes ended with status ${status}\n${stderr}`);
    const { bank, replication, merge, comparison, rows, files } = v.parse(Printed, stdout);
    const [peakKiB = 0] = readFileSync(usage, "utf8").split(" ").map(Number);
    const seconds = [bank, replication, merge, comparison].map((part) => part.toFixed(1));
    const perSecond = Math.round(rows / (replication + merge));
    return [changes, rows, files, ...seconds, perSecond, (peakKiB / KIB_PER_MIB).toFixed(0)];
  } finally {
    copy.stop();
  }
}

async function main(sizes: readonly string[]): Promise<void> {
  process.stdout.write(`${BANK_NAMES[bankKind(chooseEnvironment(loadEnvironments(), undefined))]}\n`);
  const table = new Table({
    head: [
      "changes",
      "rows carried",
      "files",
      "bank s",
      "replication s",
      "merge s",
      "comparison s",
      "rows/s",
      "peak MiB",
    ],
    style: { head: [], border: [] },
  });
  for (const changes of sizes.length > 0 ? sizes : DEFAULT_CHANGES) {
    const folder = mkdtempSync(join(tmpdir(), "lake-bench-"));
    try {
      table.push([...(await once(changes, folder))]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  process.stdout.write(`${table.toString()}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Failure ? error.message : error);
  process.exitCode = 1;
});
