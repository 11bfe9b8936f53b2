import { causeOf } from "../cause";
import { blocks, isBlock } from "../output/json";
import { keyByReference } from "../output/keys";
import { resourcesOf } from "../output/read";
import { hasToken } from "../output/tokens";
import type { Resolver, Resource } from "../output/types";
import { policyAt } from "../policy/parse";
import type { KeyFact, KeyGrantFact } from "./types";

const KEYS = ["aws_kms_key", "aws_kms_replica_key", "aws_kms_external_key", "aws_kms_replica_external_key"];

/** Every key that a stack makes, its policy and its grants. */
export function readKeys(resolver: Resolver): readonly KeyFact[] {
  const reference = (resource: Resource, key: string): string =>
    keyByReference(resolver, resource, resolver.text(resource, resource.body[key]));
  const policies = new Map(
    resourcesOf(resolver.output, "aws_kms_key_policy").map((resource) => [reference(resource, "key_id"), resource]),
  );
  const aliases = new Map(
    resourcesOf(resolver.output, "aws_kms_alias").map((resource) => [
      reference(resource, "target_key_id"),
      resolver.text(resource, resource.body["name"]),
    ]),
  );
  const grants = readGrants(resolver, reference);
  return KEYS.flatMap((type) => resourcesOf(resolver.output, type)).map((resource) => {
    const arn = keyByReference(resolver, resource, resolver.text(resource, `\${${resource.address}.arn}`));
    const policy = policies.get(arn) ?? (resource.body["policy"] === undefined ? undefined : resource);
    const alias = aliases.get(arn);
    return {
      arn,
      account: resource.account,
      region: resource.region,
      name: alias === undefined || hasToken(alias) ? resource.address : alias,
      ...(policy === undefined ? {} : { policy: policyAt(resolver, policy, "policy") }),
      grants: grants.get(arn) ?? [],
      cause: causeOf(resource, "makes the key"),
    };
  });
}

function readGrants(
  resolver: Resolver,
  reference: (resource: Resource, key: string) => string,
): ReadonlyMap<string, readonly KeyGrantFact[]> {
  const found = new Map<string, KeyGrantFact[]>();
  for (const resource of resourcesOf(resolver.output, "aws_kms_grant")) {
    const arn = reference(resource, "key_id");
    const grant: KeyGrantFact = {
      grantee: resolver.text(resource, resource.body["grantee_principal"]),
      operations: resolver.texts(resource, resource.body["operations"]),
      conditions: blocks(resource.body["constraints"])
        .filter(isBlock)
        .flatMap((each) => Object.entries(each).map(([key, value]) => `${key} ${JSON.stringify(value)}`)),
      cause: causeOf(resource, "grants the use of the key"),
    };
    found.set(arn, [...(found.get(arn) ?? []), grant]);
  }
  return found;
}
