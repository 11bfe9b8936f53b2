import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "./finding";
import type { StackJson } from "./terraform-json";
import { isBlock } from "./terraform-json";

/** Terraform's name of a lock file, in the project's folder and in a stack's. */
export const LOCK_FILE = ".terraform.lock.hcl";

const HEADING = "# Checksums of providers, from the project's own .terraform.lock.hcl.\n";

/** Entry of a provider in a lock file. */
interface Locked {
  readonly address: string;
  readonly version: string;
  /** The entry as it is written. */
  readonly text: string;
}

/** A provider that a stack asks for. */
interface Required {
  readonly address: string;
  readonly version: string;
}

/** Entries of a lock file, which Terraform writes in one shape only. */
export function lockedProviders(text: string): readonly Locked[] {
  return [...text.matchAll(/^provider "(?<address>[^"]+)" \{\n(?<body>(?: .*\n)*)\}\n/gm)].map((match) => ({
    address: match.groups?.["address"] ?? "",
    version: /^ {2}version +=\s+"([^"]+)"/m.exec(match.groups?.["body"] ?? "")?.[1] ?? "",
    text: match[0],
  }));
}

/** `aws` is short for `registry.terraform.io/hashicorp/aws`. */
function fullAddress(source: string): string {
  const parts = source.split("/");
  const defaults = ["registry.terraform.io", "hashicorp"].slice(0, 3 - parts.length);
  return [...defaults, ...parts].join("/");
}

function requiredProviders({ json }: StackJson): readonly Required[] {
  const terraform = json["terraform"];
  const required = isBlock(terraform) ? terraform["required_providers"] : undefined;
  return Object.values(isBlock(required) ? required : {}).flatMap((each) =>
    isBlock(each) && typeof each["source"] === "string" && typeof each["version"] === "string"
      ? [{ address: fullAddress(each["source"]), version: each["version"] }]
      : [],
  );
}

/** Text of the lock file in a folder; empty when there is none. */
export const readLock = (folder: string): string =>
  existsSync(join(folder, LOCK_FILE)) ? readFileSync(join(folder, LOCK_FILE), "utf8") : "";

/** A lock that holds another version than stacks require: Terraform would refuse every one of them. */
export function guardLock(lock: string, stacks: readonly StackJson[]): readonly Finding[] {
  const locked = new Map(lockedProviders(lock).map((each) => [each.address, each.version]));
  return stacks.flatMap((stack) =>
    requiredProviders(stack).flatMap(({ address, version }): readonly Finding[] => {
      const held = locked.get(address);
      if (held === undefined || held === version) return [];
      return [
        {
          stack: stack.id,
          place: LOCK_FILE,
          cause: `it locks ${address} ${held}, the stack requires ${version}`,
          remedy: "npm run lock",
        },
      ];
    }),
  );
}

/**
 * Puts the checksums that a stack needs into its folder, so that it can be run where nothing else of the project is.
 * Entries that Terraform itself added to the earlier output are kept for providers which the project does not lock.
 */
export function writeStackLock(lock: string, stack: StackJson, folder: string, earlierFolder: string): void {
  const required = new Set(requiredProviders(stack).map(({ address }) => address));
  const own = lockedProviders(lock).filter(({ address }) => required.has(address));
  if (own.length === 0) return;
  const held = new Set(own.map(({ address }) => address));
  const kept = lockedProviders(readLock(earlierFolder)).filter(
    ({ address }) => required.has(address) && !held.has(address),
  );
  const entries = [...own, ...kept].toSorted((a, b) => (a.address < b.address ? -1 : 1));
  writeFileSync(join(folder, LOCK_FILE), [HEADING, ...entries.map(({ text }) => text)].join("\n"));
}
