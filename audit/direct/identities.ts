import type { Facts, IdentityFact } from "../facts/types";
import { hasToken } from "../output/tokens";
import type { Policy, Statement } from "../policy/types";

const ARN = /^arn:[\w-]+:iam::([^:]+):(role|user)\/(?:.*\/)?([^/]+)$/;

/** ARNs of roles and users that a statement names, as principal or by a condition on it. */
export function arnsNamed(statement: Statement): readonly string[] {
  const principals = (statement.principals?.list ?? []).map(({ value }) => value);
  const byCondition = statement.conditions
    .filter(({ operator, key }) => key.toLowerCase() === "aws:principalarn" && !operator.includes("Not"))
    .flatMap(({ values }) => values);
  return [...principals, ...byCondition].filter((value) => ARN.test(value) && !/[*?]/.test(value));
}

/** Roles and users of the facts, and those that only resource policies name: nothing else is known of these. */
export function allIdentities({ identities, buckets, keys }: Facts): ReadonlyMap<string, IdentityFact> {
  const found = new Map(identities.map((identity) => [identity.arn, identity]));
  const policies = [...buckets, ...keys].flatMap(({ policy }): readonly Policy[] =>
    policy === undefined ? [] : [policy],
  );
  for (const statement of policies.flatMap(({ statements }) => statements)) {
    for (const arn of arnsNamed(statement)) {
      const [, account = "", kind = "role", name = arn] = ARN.exec(arn) ?? [];
      if (found.has(arn) || hasToken(arn)) continue;
      found.set(arn, {
        arn,
        account,
        kind: kind === "user" ? "user" : "role",
        name,
        policies: [],
        declared: false,
        cause: statement.cause,
      });
    }
  }
  return found;
}
