import { resourcesOf } from "./read";
import { hasToken, undecided } from "./tokens";
import type { Resolver, Resource } from "./types";

const ALIAS_ARN = /^arn:[\w-]+:kms:([^:]+):([^:]+):(alias\/.+)$/;
const aliasesByResolver = new WeakMap<Resolver, ReadonlyMap<string, Resource>>();

/** ARN of the key that a text names: by ARN, by id, or by an alias, which may lie in another stack or account. */
export function keyByReference(resolver: Resolver, from: Resource, text: string): string {
  const [, region = from.region, account = from.account, alias = text] = ALIAS_ARN.exec(text) ?? [];
  if (!alias.startsWith("alias/")) {
    return text.includes(":key/") ? text : `arn:aws:kms:${region}:${account}:key/${text}`;
  }
  const found = aliasesOf(resolver).get(`${account}\n${region}\n${alias}`);
  if (found !== undefined) return keyByReference(resolver, found, resolver.text(found, found.body["target_key_id"]));
  return `arn:aws:kms:${region}:${account}:key/${undecided(`${alias} of account ${account}`)}`;
}

function aliasesOf(resolver: Resolver): ReadonlyMap<string, Resource> {
  const known = aliasesByResolver.get(resolver);
  if (known !== undefined) return known;
  const aliases = new Map(
    resourcesOf(resolver.output, "aws_kms_alias").flatMap((resource) => {
      const name = resolver.text(resource, resource.body["name"]);
      return hasToken(name) ? [] : [[`${resource.account}\n${resource.region}\n${name}`, resource] as const];
    }),
  );
  aliasesByResolver.set(resolver, aliases);
  return aliases;
}
