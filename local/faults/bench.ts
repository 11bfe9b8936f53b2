import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { ProcessEnvironment, Processes } from "../../deployment/process/processes";
import { allRuns } from "../../deployment/record/runs";
import { isTerraform, unfinished } from "../../deployment/recovery/running";
import type { Account, Environment } from "../../model/landscape/types";
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
}

const recordsOf = ({ folders }: Bench): string => join(folders.run, "records");
const runsOf = (bench: Bench): string => join(recordsOf(bench), bench.landscape.name);

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
): Promise<CommandEnd> {
  const { processes, folders, proxy, landscape } = bench;
  const args = [
    join("dist", "cli", "deploy.js"),
    ...command,
    ...["--env", landscape.name, "--skip-synth", "--output", folders.output, "--records", recordsOf(bench)],
  ];
  const child = processes.start(process.execPath, args, {
    cwd: folders.project,
    env: bench.environment,
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
export function runningTerraforms(bench: Bench): readonly number[] {
  return allRuns(runsOf(bench))
    .flatMap(({ journal }) => [...unfinished(journal.read()).keys()])
    .filter(isTerraform);
}

/** Empties the accounts and forgets every state and record. */
export async function startOver(bench: Bench): Promise<void> {
  while (runningTerraforms(bench).length > 0) await delay(200);
  await fetch(`${bench.endpoint}/moto-api/reset`, { method: "POST" });
  for (const folder of [bench.folders.states, recordsOf(bench)]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
}

/** States that are not whole. */
export function brokenStates({ folders }: Bench): readonly string[] {
  const names = existsSync(folders.states) ? readdirSync(folders.states) : [];
  return names
    .filter((name) => name.endsWith(".tfstate"))
    .flatMap((name) => {
      try {
        parseState(readFileSync(join(folders.states, name), "utf8"));
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
