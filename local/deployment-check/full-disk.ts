import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Account } from "../../model/landscape/types";
import { type Outcome, outcomeOf } from "../check/tally";
import { type Bench, deployOnce, startOver, strayThings } from "../faults/bench";
import { differences } from "./expect";

/** Less than the state of a network needs, more than that of its first resources. */
const SMALL = "size=16k";
const NAME = "states on a disk that becomes full: told, and made good by one more run";

/** Lets the disk of the states become full in the middle of an apply, makes room, and goes on. Linux, as root. */
export async function tryFullDisk(opened: Bench, account: Account, stack: string): Promise<Outcome> {
  const bench = await startOver(opened);
  const { states, output } = bench.folders;
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", SMALL, "lake-test", states], { stdio: "pipe" });
  } catch (error) {
    return {
      kind: "skipped",
      name: NAME,
      reason: `no small disk can be mounted here: ${String(error).split("\n")[0]}`,
    };
  }
  try {
    const full = await deployOnce(bench, ["apply", stack, "--auto-approve"], undefined);
    const told = differences(full, { status: 1, says: [/A disk is full/, /errored\.tfstate/] });
    const saved = existsSync(join(output, "stacks", stack, "errored.tfstate")) ? [] : ["there is no errored.tfstate"];
    execFileSync("mount", ["-o", "remount,size=10m", states], { stdio: "pipe" });
    const again = await deployOnce(bench, ["apply", "--resume", "--auto-approve"], undefined);
    const good = differences(again, { status: 0, says: [/saved the state that an earlier run had to leave/] });
    return outcomeOf(NAME, [...told, ...saved, ...good, ...(await strayThings(bench, account, stack))]);
  } finally {
    execFileSync("umount", [states], { stdio: "pipe" });
  }
}
