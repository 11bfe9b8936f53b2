import { rmSync } from "node:fs";
import { join } from "node:path";
import { EXIT, Failure } from "../deployment/failure";
import type { SynthesizedStack } from "../deployment/manifest";
import { findTools, type Tools } from "../deployment/prerequisites";
import type { ProcessEnvironment, Processes } from "../deployment/process/processes";
import { synthesizeTo } from "../deployment/synthesize";
import type { Terminal } from "../deployment/terminal";
import { distinctProviders, readRequiredProviders, showProvider } from "../deployment/terraform/providers";
import { setUpTerraform } from "../deployment/terraform/setup";
import { cleanEnvironment } from "./environment";
import { keptEmulator } from "./kept-emulator";
import type { Phases } from "./phases";
import { type LocalFolders, localFolders } from "./project";

/** A machine that is ready, and fresh stacks. */
export interface Prepared {
  readonly folders: LocalFolders;
  readonly tools: Tools;
  readonly stacks: readonly SynthesizedStack[];
  /** For every process that runs Terraform. */
  readonly environment: ProcessEnvironment;
  /** Why a stack cannot be used on this machine, by stack id. */
  readonly unusable: ReadonlyMap<string, string>;
}

export interface PrepareOptions {
  /** Names the folder below `.local`. */
  readonly run: string;
  readonly python: boolean;
  readonly mirrors: readonly string[];
}

/** What every local command begins with: tools, stacks, providers. */
export async function prepare(
  processes: Processes,
  terminal: Terminal,
  phases: Phases,
  options: PrepareOptions,
): Promise<Prepared> {
  const folders = localFolders(options.run);
  const environment = cleanEnvironment(process.env);
  refuseWhileKept(folders);

  const tools = await phases.run("Prerequisites", () =>
    findTools(processes, { cwd: folders.project, environment, python: options.python }),
  );
  const stacks = await phases.run("Synthesis", async () => {
    rmSync(folders.run, { recursive: true, force: true });
    const synthesized = await synthesizeTo(processes, folders, environment);
    terminal.detail(`${synthesized.length} stacks in ${folders.output}`);
    return synthesized;
  });
  return await phases.run("Terraform providers", async () => {
    const required = readRequiredProviders(stacks);
    const setup = await setUpTerraform(processes, distinctProviders(required.values()), {
      project: folders.project,
      folder: folders.local,
      mirrors: options.mirrors,
      environment,
      platform: tools.platform,
      print: terminal.detail,
    });
    const unusable = new Map(
      [...required].flatMap(([stack, providers]) => {
        const provider = providers.map(showProvider).find((name) => setup.unavailable.has(name));
        return provider === undefined ? [] : [[stack, `${provider}: ${setup.unavailable.get(provider)}`] as const];
      }),
    );
    return { folders, tools, stacks, environment: setup.environment, unusable };
  });
}

function refuseWhileKept(folders: LocalFolders): void {
  const pid = keptEmulator(folders);
  if (pid === undefined) return;
  throw new Failure(
    `The emulated accounts of another run are up (process ${pid}), and ${join(folders.run)} is theirs. ` +
      "Stop them with `npm run demo -- --stop`, or wait for the other run to end.",
    EXIT.unusable,
  );
}
