/** Rights to use keys without a service in between, and to change who may. */
import type { Facts, IdentityFact, KeyFact } from "../facts/types";
import type { KeyPath } from "../matrix/types";
import { bestOf, mayAllow, type Side } from "../policy/decide";
import { matchesAction } from "../policy/match";
import type { Statement } from "../policy/types";
import { KEY_ACCESS } from "./access";
import { arnsNamed } from "./identities";
import { mayUseKey } from "./judge";
import { conditionsFor, othersOf } from "./others";
import type { Resources } from "./resources";

export function keyPaths(
  facts: Facts,
  identities: ReadonlyMap<string, IdentityFact>,
  resources: Resources,
): readonly KeyPath[] {
  const candidates = new Map<KeyFact, Set<IdentityFact>>();
  const add = (key: KeyFact, identity: IdentityFact): void => {
    const before = candidates.get(key);
    if (before === undefined) candidates.set(key, new Set([identity]));
    else before.add(identity);
  };
  for (const identity of identities.values()) {
    const patterns = identity.policies.flatMap(({ statements }) => statements.flatMap(patternsOf));
    for (const key of resources.keysFor(identity.account, patterns)) add(key, identity);
  }
  for (const key of facts.keys) {
    for (const arn of (key.policy?.statements ?? []).flatMap(arnsNamed)) {
      const identity = identities.get(arn);
      if (identity !== undefined) add(key, identity);
    }
  }
  return facts.keys.flatMap((key) => [
    ...[...(candidates.get(key) ?? [])].flatMap((identity) => pathsOf(identity, key)),
    ...pathsOfOthers(key),
    ...pathsOfGrants(key),
  ]);
}

/** Resources of statements that may allow the use of a key without a service in between. */
function patternsOf({ effect, actions, resources, conditions }: Statement): readonly string[] {
  if (
    effect === "Deny" ||
    conditions.some(({ operator, key }) => key === "kms:ViaService" && !operator.includes("Not"))
  ) {
    return [];
  }
  const kms = actions.not || actions.patterns.some((pattern) => /^(kms|\*)/i.test(pattern));
  if (!kms) return [];
  return resources === undefined || resources.not ? ["*"] : resources.patterns;
}

function pathsOf(identity: IdentityFact, key: KeyFact): readonly KeyPath[] {
  const policies = [...identity.policies, ...(key.policy === undefined ? [] : [key.policy])];
  return KEY_ACCESS.flatMap(({ access, actions: names }): readonly KeyPath[] => {
    const actions = names.filter((action) => mayAllow(policies, action));
    const side = bestOf(actions, (action) => mayUseKey(identity, key, action, null));
    if (side.effect === "none" || side.effect === "deny" || (!identity.declared && side.causes.length === 0)) return [];
    return [path(identity.arn, key, access, side)];
  });
}

const path = (
  principal: string,
  key: KeyFact,
  access: KeyPath["access"],
  { effect, reasons, conditions, causes }: Side,
): KeyPath => ({
  principal,
  key: key.arn,
  name: key.name,
  access,
  decision: effect === "allow" ? "allowed" : "undecided",
  reasons,
  conditions,
  causes,
});

function pathsOfOthers(key: KeyFact): readonly KeyPath[] {
  return (key.policy?.statements ?? []).flatMap((statement) =>
    othersOf(statement, key.account).flatMap((other) => {
      const verdict = conditionsFor(other, statement);
      if (verdict === undefined) return [];
      return KEY_ACCESS.filter(
        ({ actions }) =>
          statement.actions.not ||
          actions.some((action) => statement.actions.patterns.some((pattern) => matchesAction(pattern, action))),
      ).map(({ access }) =>
        path(other.id, key, access, {
          effect: verdict.open.length === 0 ? "allow" : "open",
          reasons: verdict.open,
          conditions: verdict.depends,
          causes: [statement.cause],
        }),
      );
    }),
  );
}

const OPERATIONS: Readonly<Record<string, KeyPath["access"]>> = {
  Decrypt: "decrypt",
  ReEncryptFrom: "decrypt",
  Encrypt: "encrypt",
  GenerateDataKey: "encrypt",
  CreateGrant: "grant",
};

function pathsOfGrants(key: KeyFact): readonly KeyPath[] {
  return key.grants.flatMap(({ grantee, operations, conditions, cause }) => {
    const accesses = [...new Set(operations.flatMap((operation) => OPERATIONS[operation] ?? []))];
    return accesses.map((access) =>
      path(grantee, key, access, { effect: "allow", reasons: [], conditions, causes: [cause] }),
    );
  });
}
