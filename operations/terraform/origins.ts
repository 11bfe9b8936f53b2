import { type Provider, showProvider } from "./providers";

/** Where a provider comes from. */
export type Origin =
  | { readonly provider: Provider; readonly from: "mirror"; readonly folder: string }
  | { readonly provider: Provider; readonly from: "registry" }
  | { readonly provider: Provider; readonly from: "nowhere"; readonly reason: string };

/** Takes each provider from the first folder that holds it. */
export function originsInMirrors(
  providers: readonly Provider[],
  folders: readonly string[],
  holds: (folder: string, provider: Provider) => boolean,
): { readonly found: readonly Origin[]; readonly missing: readonly Provider[] } {
  const looked = providers.map((provider) => ({
    provider,
    folder: folders.find((candidate) => holds(candidate, provider)),
  }));
  return {
    found: looked.flatMap(({ provider, folder }) =>
      folder === undefined ? [] : [{ provider, from: "mirror" as const, folder }],
    ),
    missing: looked.filter(({ folder }) => folder === undefined).map(({ provider }) => provider),
  };
}

/** One line that says where the providers come from. */
export function describeOrigins(origins: readonly Origin[]): string {
  return origins
    .map((origin) => {
      const name = showProvider(origin.provider);
      if (origin.from === "mirror") return `${name} from ${origin.folder}`;
      return origin.from === "registry" ? `${name} from the registry` : `${name} cannot be had`;
    })
    .join("; ");
}
