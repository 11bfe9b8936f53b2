import { cpSync, existsSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { EXIT, Failure } from "../operations/failure";
import { loadEnvironments } from "../operations/landscape";
import { readManifest, type SynthesizedStack } from "../operations/manifest";
import { findTools, type Tools } from "../operations/prerequisites";
import type { ProcessEnvironment, Processes } from "../operations/process/processes";
import { synthesizeTo } from "../operations/synthesize";
import type { Terminal } from "../operations/terminal";
import { distinctProviders, readRequiredProviders, showProvider } from "../operations/terraform/providers";
import { setUpTerraform } from "../operations/terraform/setup";
import { cleanEnvironment } from "./environment";
import { keptEmulator, keptEndpoint } from "./kept-emulator";
import { overrideStacks } from "./overrides";
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
  /**
   * Takes the stacks of accounts that an earlier run left up, instead of synthesizing.
   * @default false
   */
  readonly kept?: boolean;
  /**
   * Folder with stacks that were synthesized before, and edited perhaps.
   * @default - the landscape is synthesized
   */
  readonly synthesized?: string | undefined;
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
  if (options.kept === true) keptEndpoint(folders);
  else refuseWhileKept(folders);

  const tools = await phases.run("Prerequisites", () =>
    findTools(processes, { cwd: folders.project, environment, python: options.python }),
  );
  const stacks = await phases.run(options.kept === true ? "Stacks of the accounts" : "Synthesis", async () => {
    if (options.kept !== true) rmSync(folders.run, { recursive: true, force: true });
    if (options.synthesized !== undefined) copyStacks(resolve(options.synthesized), folders.output);
    const found =
      options.kept === true || options.synthesized !== undefined
        ? readManifest(folders.output)
        : await synthesizeTo(processes, folders, environment);
    overrideStacks(loadEnvironments(), found, folders.states);
    terminal.detail(`${found.length} stacks in ${folders.output}`);
    return found;
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

/** Terraform's own folders stay behind: they know of providers and states elsewhere. */
function copyStacks(from: string, to: string): void {
  if (!existsSync(join(from, "manifest.json"))) {
    throw new Failure(
      `--synthesized ${from}: no manifest.json is there. \`npm run synth\` writes to cdktf.out.`,
      EXIT.unusable,
    );
  }
  cpSync(from, to, { recursive: true, filter: (path) => basename(path) !== ".terraform" });
}

function refuseWhileKept(folders: LocalFolders): void {
  const pid = keptEmulator(folders);
  if (pid === undefined) return;
  throw new Failure(
    `The emulated accounts of another run are up (process ${pid}), and ${join(folders.run)} is theirs. ` +
      "Use them with --kept, stop them with `npm run demo -- --stop`, or wait for the other run to end.",
    EXIT.unusable,
  );
}
