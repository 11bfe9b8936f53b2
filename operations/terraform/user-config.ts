import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ProcessEnvironment } from "../process/processes";

/** The Terraform CLI configuration that the user has made. */
export interface UserConfig {
  readonly file: string;
  readonly hasPluginCache: boolean;
}

/** Finds the file that Terraform itself would read; nothing when there is none. */
export function findUserConfig(environment: ProcessEnvironment, home: string): UserConfig | undefined {
  const named = environment["TF_CLI_CONFIG_FILE"];
  const appData = environment["APPDATA"];
  const usual = appData === undefined ? join(home, ".terraformrc") : join(appData, "terraform.rc");
  const file = [named, usual].find((candidate) => candidate !== undefined && existsSync(candidate));
  if (file === undefined) return undefined;
  const hasPluginCache =
    environment["TF_PLUGIN_CACHE_DIR"] !== undefined || /^\s*plugin_cache_dir\s*=/m.test(readFileSync(file, "utf8"));
  return { file, hasPluginCache };
}
