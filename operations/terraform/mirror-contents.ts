import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Provider } from "./providers";

/**
 * Whether a folder is a filesystem mirror with a provider for a platform, in either layout that Terraform knows:
 * https://developer.hashicorp.com/terraform/cli/config/config-file#filesystem_mirror
 */
export function mirrorHolds(folder: string, provider: Provider, platform: string): boolean {
  const packages = join(folder, provider.source);
  if (/^\d/.test(provider.version)) {
    const type = provider.source.split("/").at(-1) ?? "";
    const packed = `terraform-provider-${type}_${provider.version}_${platform}.zip`;
    return existsSync(join(packages, provider.version, platform)) || existsSync(join(packages, packed));
  }
  // Which versions a constraint such as `~> 5.0` allows is left to Terraform: the probe finds out.
  return existsSync(packages) && readdirSync(packages).length > 0;
}
