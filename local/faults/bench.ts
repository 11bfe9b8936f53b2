import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Account, Environment } from "../../model/landscape/types";
import { allRuns } from "../../operations/deploy/record/runs";
import { isTerraform, unfinished } from "../../operations/deploy/recovery/running";
import type { ProcessEnvironment, Processes } from "../../operations/process/processes";
import type { LocalFolders } from "../project";
import { idsIn, leftovers, parseState, taggedArns } from "./leftovers";
import type { FaultProxy } from "./proxy";
import type { Strike } from "./strike";

/** What the faults are tried on. */
export interface Bench {
  readonly processes: Processes;
  readonly folders: LocalFolders;
  readonly landscape: Environment;
  /** Leads through the proxy. */
  readonly environment: ProcessEnvironment;
  readonly proxy: FaultProxy;
  /** The accounts' own address. */
  readonly endpoint: string;
  /** Counts how often it was begun from nothing; each time has records of its own. */
  readonly beginning: number;
}

const recordsOf = ({ folders, beginning }: Bench): string => join(folders.run, "records", String(beginning));
/** Folder of the runs. */
export const runsOf = (bench: Bench): string => join(recordsOf(bench), bench.landscape.name);

/** How a run of the command ended. */
export interface CommandEnd {
  readonly status: number;
  readonly output: string;
  /** Whether the strike came before the command was done. */
  readonly struck: boolean;
}

/** Runs the deployment command on some stacks, with a strike or without. */
export async function deployOnce(
  bench: Bench,
  command: readonly string[],
  strike: Strike | undefined,
  changed: ProcessEnvironment = {},
): Promise<CommandEnd> {
  const { processes, folders, proxy, landscape } = bench;
  const args = [
    join("dist", "cli", "deploy.js"),
    ...command,
    "--skip-synth",
    `--env=${landscape.name}`,
    `--output=${folders.output}`,
    `--records=${recordsOf(bench)}`,
  ];
  const child = processes.start(process.execPath, args, {
    cwd: folders.project,
    env: { ...bench.environment, ...changed },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  let struck = false;
  if (strike !== undefined) {
    proxy.arm(strike, () => {
      struck = true;
      if (strike.target === "command" && child.pid !== undefined) process.kill(child.pid, "SIGKILL");
      if (strike.target === "terraform") runningTerraforms(bench).forEach((pid) => process.kill(pid, "SIGKILL"));
    });
  }
  const status = await new Promise<number>((resolve) => child.once("close", (code) => resolve(code ?? 137)));
  proxy.disarm();
  return { status, output, struck };
}

/** Terraforms of any run, those of a command that was killed too. */
function runningTerraforms(bench: Bench): readonly number[] {
  return allRuns(runsOf(bench))
    .flatMap(({ journal }) => [...unfinished(journal.read()).keys()])
    .filter(isTerraform);
}

/** Empties the accounts and forgets every state. */
export async function startOver(bench: Bench): Promise<Bench> {
  while (runningTerraforms(bench).length > 0) await delay(200);
  await fetch(`${bench.endpoint}/moto-api/reset`, { method: "POST" });
  rmSync(bench.folders.states, { recursive: true, force: true });
  mkdirSync(bench.folders.states, { recursive: true });
  return { ...bench, beginning: bench.beginning + 1 };
}

/** States that are not whole. A Terraform that outlived its command may be writing one: then it is waited for. */
export async function brokenStates(bench: Bench): Promise<readonly string[]> {
  const broken = statesNotWhole(bench.folders.states);
  if (broken.length === 0 || runningTerraforms(bench).length === 0) return broken;
  await delay(200);
  return await brokenStates(bench);
}

function statesNotWhole(folder: string): readonly string[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .filter((name) => name.endsWith(".tfstate"))
    .flatMap((name) => {
      const text = readFileSync(join(folder, name), "utf8");
      // Terraform makes the file before it has anything to write.
      if (text === "") return [];
      try {
        parseState(text);
        return [];
      } catch (error) {
        return [`${name} is not whole: ${String(error).split("\n")[0]}`];
      }
    });
}

/** What a stack's account has of it and its state has not, and locks that nobody holds. */
export async function strayThings(bench: Bench, account: Account, stack: string): Promise<readonly string[]> {
  const { folders, endpoint, landscape } = bench;
  const ids = idsIn(parseState(readFileSync(join(folders.states, `${stack}.tfstate`), "utf8")));
  const arns = await taggedArns(account, stack, endpoint, landscape.region);
  if (arns.length === 0) return [`nothing in the account carries the tag of ${stack}: the question is wrong`];
  return leftovers(arns, ids).map((arn) => `${arn} is in no state`);
}
