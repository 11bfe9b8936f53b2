import { mkdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { ProcessEnvironment, Processes } from "../process/processes";
import { renderCliConfig } from "./cli-config";
import { mirrorHolds } from "./mirror-contents";
import { mirrorFolders } from "./mirror-folders";
import { describeOrigins, type Origin, originsInMirrors } from "./origins";
import { probe } from "./probe";
import { type Provider, showProvider } from "./providers";
import { findUserConfig, type UserConfig } from "./user-config";

export interface TerraformSetup {
  /** For every process that runs Terraform. */
  readonly environment: ProcessEnvironment;
  /** Why a provider cannot be had, by `showProvider`. */
  readonly unavailable: ReadonlyMap<string, string>;
}

export interface SetupOptions {
  readonly project: string;
  /** Ignored folder for what this writes. */
  readonly folder: string;
  /** Mirror folders that the user named. */
  readonly mirrors: readonly string[];
  readonly environment: ProcessEnvironment;
  readonly platform: string;
  readonly print: (line: string) => void;
}

/** Finds out how Terraform gets its providers on this machine, and gets each of them once. */
export async function setUpTerraform(
  processes: Processes,
  providers: readonly Provider[],
  options: SetupOptions,
): Promise<TerraformSetup> {
  const cache = join(options.folder, "plugin-cache");
  mkdirSync(cache, { recursive: true });
  const own = options.mirrors.length > 0 ? undefined : findUserConfig(options.environment, homedir());
  if (own !== undefined) return useOwnConfig(processes, providers, own, cache, options);

  const origins = await findOrigins(processes, providers, cache, options);
  const environment = writeConfig(origins, cache, options);
  options.print(`Terraform: ${describeOrigins(origins)} (${join(options.folder, "terraform.rc")})`);
  const obtainable = origins.filter(({ from }) => from !== "nowhere").map(({ provider }) => provider);
  const unavailable = await probeEach(processes, obtainable, environment);
  const missing = origins.flatMap((origin) =>
    origin.from === "nowhere" ? [[showProvider(origin.provider), origin.reason] as const] : [],
  );
  return { environment, unavailable: new Map([...missing, ...unavailable]) };
}

async function useOwnConfig(
  processes: Processes,
  providers: readonly Provider[],
  own: UserConfig,
  cache: string,
  options: SetupOptions,
): Promise<TerraformSetup> {
  const environment = {
    ...options.environment,
    TF_CLI_CONFIG_FILE: own.file,
    ...(own.hasPluginCache ? {} : { TF_PLUGIN_CACHE_DIR: cache }),
    // Without it Terraform downloads a provider again for each stack that has no lock file yet.
    TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: "true",
  };
  options.print(`Terraform: providers as your configuration says (${own.file})`);
  return { environment, unavailable: await probeEach(processes, providers, environment) };
}

async function findOrigins(
  processes: Processes,
  providers: readonly Provider[],
  cache: string,
  options: SetupOptions,
): Promise<readonly Origin[]> {
  const machine = { project: options.project, home: homedir(), operatingSystem: process.platform };
  const folders = mirrorFolders(options.mirrors, options.environment, machine);
  const holds = (folder: string, provider: Provider): boolean => mirrorHolds(folder, provider, options.platform);

  const trusted = originsInMirrors(providers, folders.trusted, holds);
  if (trusted.missing.length === 0) return trusted.found;

  const downloads = trusted.missing.map((provider) => ({ provider, from: "registry" as const }));
  options.print(`Terraform: asking the registry for ${trusted.missing.map(showProvider).join(", ")}`);
  const reason = await probe(processes, trusted.missing, {
    ...writeConfig(downloads, cache, options),
    TF_REGISTRY_DISCOVERY_RETRY: "0",
  });
  if (reason === undefined) return [...trusted.found, ...downloads];

  const guessed = originsInMirrors(trusted.missing, folders.guessed, holds);
  const nowhere = guessed.missing.map((provider) => ({
    provider,
    from: "nowhere" as const,
    reason: `no mirror holds it for ${options.platform} (name one with --mirror DIR), and the registry: ${reason}`,
  }));
  return [...trusted.found, ...guessed.found, ...nowhere];
}

function writeConfig(origins: readonly Origin[], cache: string, options: SetupOptions): ProcessEnvironment {
  const file = join(options.folder, "terraform.rc");
  writeFileSync(file, renderCliConfig(origins, cache));
  return { ...options.environment, TF_CLI_CONFIG_FILE: file };
}

/** All together, since that is one run of Terraform; one by one only to find out which of them fails. */
async function probeEach(
  processes: Processes,
  providers: readonly Provider[],
  environment: ProcessEnvironment,
): Promise<ReadonlyMap<string, string>> {
  if (providers.length === 0 || (await probe(processes, providers, environment)) === undefined) return new Map();
  const failures = new Map<string, string>();
  for (const provider of providers) {
    const reason = await probe(processes, [provider], environment);
    if (reason !== undefined) failures.set(showProvider(provider), reason);
  }
  return failures;
}
