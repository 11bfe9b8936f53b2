import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { Failure } from "../failure";
import type { SynthesizedStack } from "../manifest";

/** A provider in the version that stacks ask for. */
export interface Provider {
  /** With host and namespace, for example `registry.terraform.io/hashicorp/aws`. */
  readonly source: string;
  /** Version or version constraint, for example `5.100.0`. */
  readonly version: string;
}

const Stack = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    terraform: v.object({
      required_providers: v.optional(v.record(v.string(), v.object({ source: v.string(), version: v.string() })), {}),
    }),
  }),
);

/** Terraform's default host and namespace made explicit. */
export function fullSource(source: string): string {
  const parts = source.split("/");
  return ["registry.terraform.io", "hashicorp"]
    .slice(0, Math.max(0, 3 - parts.length))
    .concat(parts)
    .join("/");
}

/** One text per provider and version, for people and as a key. */
export const showProvider = ({ source, version }: Provider): string =>
  `${source.replace(/^registry\.terraform\.io\//, "")} ${version}`;

/** Providers that one stack needs. */
export function requiredProviders(stackJson: string): readonly Provider[] {
  const { terraform } = v.parse(Stack, stackJson);
  return Object.values(terraform.required_providers)
    .map(({ source, version }) => ({ source: fullSource(source), version: version.trim().replace(/^=\s*/, "") }))
    .toSorted((a, b) => (showProvider(a) < showProvider(b) ? -1 : 1));
}

/** Providers by stack id. */
export function readRequiredProviders(
  stacks: readonly Pick<SynthesizedStack, "id" | "folder">[],
): ReadonlyMap<string, readonly Provider[]> {
  return new Map(
    stacks.map(({ id, folder }) => {
      const file = join(folder, "cdk.tf.json");
      try {
        return [id, requiredProviders(readFileSync(file, "utf8"))];
      } catch {
        throw new Failure(`${file} is not the JSON of a Terraform stack. Synthesize again.`);
      }
    }),
  );
}

/** Each provider once, sorted. */
export function distinctProviders(providers: Iterable<readonly Provider[]>): readonly Provider[] {
  const byText = new Map([...providers].flat().map((provider) => [showProvider(provider), provider]));
  return [...byText.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, provider]) => provider);
}
