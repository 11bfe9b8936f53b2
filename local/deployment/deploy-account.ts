import { appendFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../../operations/failure";
import type { ProcessEnvironment, Processes } from "../../operations/process/processes";
import type { LocalFolders } from "../project";
import { errorExcerpt } from "./excerpt";
import type { AccountDeployment, DeployCall } from "./plan";
import { beginnings, followProgress, unseen } from "./progress";

export interface DeployedStack {
  readonly stack: string;
  readonly seconds: number;
}

export interface AccountOptions {
  readonly folders: LocalFolders;
  readonly environment: ProcessEnvironment;
  /** Stacks of this account at a time. */
  readonly parallelism: number;
  readonly onDeployed: (deployed: DeployedStack) => void;
}

/** Deploys the stacks of one account with the CDKTF CLI. */
export async function deployAccount(
  processes: Processes,
  { account, calls }: AccountDeployment,
  options: AccountOptions,
): Promise<readonly DeployedStack[]> {
  const deployed: DeployedStack[] = [];
  for (const call of calls) deployed.push(...(await run(processes, account.name, call, options)));
  return deployed;
}

async function run(
  processes: Processes,
  account: string,
  call: DeployCall,
  { folders, environment, parallelism, onDeployed }: AccountOptions,
): Promise<readonly DeployedStack[]> {
  const debugFolder = join(folders.logs, account);
  const logFile = join(folders.logs, `${account}.log`);
  mkdirSync(debugFolder, { recursive: true });

  const began = new Date();
  const finished = followProgress(call.stacks);
  const deployed: DeployedStack[] = [];
  const result = await processes.run(
    join(folders.project, "node_modules", ".bin", "cdktf"),
    ["deploy", ...call.patterns, ...flags(folders, call, parallelism)],
    {
      cwd: folders.project,
      environment: { ...environment, CDKTF_LOG_FILE_DIRECTORY: debugFolder },
      onLine: (line) => {
        appendFileSync(logFile, `${line}\n`);
        const stack = finished(line);
        if (stack === undefined) return;
        const since = beginnings(readText(join(debugFolder, "cdktf.log"))).get(stack) ?? began;
        const done = { stack, seconds: (Date.now() - since.getTime()) / 1000 };
        deployed.push(done);
        onDeployed(done);
      },
    },
  );
  const seen = deployed.map(({ stack }) => stack);
  for (const done of unseen(call.stacks, seen, readText(join(debugFolder, "cdktf.log")))) {
    deployed.push(done);
    onDeployed(done);
  }
  const left = call.stacks.filter((id) => !deployed.some(({ stack }) => stack === id));
  if (result.status === 0 && left.length === 0) return deployed;
  throw new Failure(
    [
      `Account ${account} could not be deployed. Not finished: ${left.join(", ")}`,
      ...errorExcerpt(result.stdout, result.stderr).map((line) => `  ${line}`),
      `The whole output: ${logFile}`,
    ].join("\n"),
  );
}

function flags(folders: LocalFolders, call: DeployCall, parallelism: number): readonly string[] {
  return [
    "--auto-approve",
    "--skip-synth",
    // Locking asks the registry even where a mirror has the provider, and nobody keeps the lock files of a trial.
    "--skip-provider-lock",
    "--no-color",
    `--output=${folders.output}`,
    `--parallelism=${parallelism}`,
    ...(call.partial ? ["--ignore-missing-stack-dependencies"] : []),
  ];
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
