import type { Control } from "../check/control";
import { eachResourcePolicy, eachTrust, narrows } from "../check/policies";
import { accountOfPrincipal, type Statement } from "../check/policy";
import { fsbp } from "../check/references";
import type { World } from "../check/world";
import type { Resource } from "../output/types";

/** Another account that a statement allows, which is none of the platform's and is not narrowed. */
function stranger(statement: Statement, _: Resource, world: World): string | undefined {
  if (!statement.allows || narrows(statement)) return undefined;
  const strangers = statement.principals
    .flatMap((principal) => accountOfPrincipal(principal) ?? [])
    .filter((account) => !world.accounts.has(account));
  return strangers.length > 0
    ? `allows account ${[...new Set(strangers)].join(", ")}, which no stack is for`
    : undefined;
}

export const trustKnownAccounts: Control = {
  id: "trust-known-accounts",
  sentence:
    "Roles and resources trust accounts of the platform only, or say which identity of another account they mean.",
  reason: "An account that nobody here runs may be anybody's.",
  remedy: "remove the account, or add aws:PrincipalOrgID, aws:PrincipalArn or sts:ExternalId",
  severity: "high",
  references: fsbp("S3.6"),
  check: (world) =>
    world.accounts.size === 0 ? [] : [...eachTrust(stranger)(world), ...eachResourcePolicy(stranger)(world)],
};
