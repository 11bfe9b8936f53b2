import type { Origin } from "./origins";

/**
 * Terraform CLI configuration that takes each provider from where it was found and no other place.
 * https://developer.hashicorp.com/terraform/cli/config/config-file
 */
export function renderCliConfig(origins: readonly Origin[], pluginCache: string): string {
  const folders = [...new Set(origins.flatMap((origin) => (origin.from === "mirror" ? [origin.folder] : [])))];
  const mirrors = folders.flatMap((folder) => [
    "  filesystem_mirror {",
    `    path    = ${JSON.stringify(folder)}`,
    `    include = ${list(sources(origins.filter((origin) => origin.from === "mirror" && origin.folder === folder)))}`,
    "  }",
  ]);
  const registry = sources(origins.filter(({ from }) => from === "registry"));
  const direct = registry.length === 0 ? [] : ["  direct {", `    include = ${list(registry)}`, "  }"];
  return [
    "# Written by the local commands of this project; your own configuration wins over it.",
    `plugin_cache_dir = ${JSON.stringify(pluginCache)}`,
    "plugin_cache_may_break_dependency_lock_file = true",
    "",
    "provider_installation {",
    ...mirrors,
    ...direct,
    "}",
    "",
  ].join("\n");
}

const sources = (origins: readonly Origin[]): readonly string[] =>
  origins.map(({ provider }) => provider.source).toSorted();

const list = (items: readonly string[]): string => `[${items.map((item) => JSON.stringify(item)).join(", ")}]`;
