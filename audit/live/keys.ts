import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  type GrantListEntry,
  paginateListAliases,
  paginateListGrants,
  paginateListKeys,
} from "@aws-sdk/client-kms";
import type { KeyFact, KeyGrantFact } from "../facts/types";
import { policyFromText } from "../policy/parse";
import { liveCause } from "./cause";
import type { LiveAccount } from "./clients";

/** The keys of customers; those of AWS services have policies that nobody can change. */
export async function liveKeys(account: LiveAccount): Promise<readonly KeyFact[]> {
  const { kms: client } = account;
  const aliases = new Map<string, string>();
  for await (const page of paginateListAliases({ client }, {})) {
    for (const { TargetKeyId: key, AliasName: name } of page.Aliases ?? []) {
      if (key !== undefined && name !== undefined) aliases.set(key, name);
    }
  }
  const facts: KeyFact[] = [];
  for await (const page of paginateListKeys({ client }, {})) {
    for (const { KeyId: key } of page.Keys ?? []) {
      const fact = key === undefined ? undefined : await toKey(account, key, aliases.get(key));
      if (fact !== undefined) facts.push(fact);
    }
  }
  return facts;
}

async function toKey({ id, region, kms: client }: LiveAccount, key: string, alias: string | undefined) {
  const { KeyMetadata: metadata } = await client.send(new DescribeKeyCommand({ KeyId: key }));
  if (metadata?.Arn === undefined || metadata.DeletionDate !== undefined) return undefined;
  // Keys that AWS made for a service: nobody's policy decides about them.
  if (metadata.KeyManager === "AWS" || alias?.startsWith("alias/aws/") === true) return undefined;
  const { Policy: text } = await client.send(new GetKeyPolicyCommand({ KeyId: key, PolicyName: "default" }));
  const name = alias ?? metadata.Arn;
  const grants: KeyGrantFact[] = [];
  for await (const page of paginateListGrants({ client }, { KeyId: key })) {
    grants.push(...(page.Grants ?? []).map((grant) => toGrant(id, grant)));
  }
  return {
    arn: metadata.Arn,
    account: id,
    region,
    name,
    ...(text === undefined
      ? {}
      : { policy: policyFromText(text, liveCause(id, "kms:GetKeyPolicy", `policy of ${name}`)) }),
    grants,
    cause: liveCause(id, "kms:DescribeKey", `has key ${name}`),
  };
}

function toGrant(account: string, { GranteePrincipal, Operations, Constraints }: GrantListEntry): KeyGrantFact {
  return {
    grantee: GranteePrincipal ?? "",
    operations: Operations ?? [],
    conditions: Object.entries(Constraints ?? {}).map(([name, value]) => `${name} ${JSON.stringify(value)}`),
    cause: liveCause(account, "kms:ListGrants", "grants the use of the key"),
  };
}
