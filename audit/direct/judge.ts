/** Whether a role, a user or a service may do something with a resource that has a policy of its own. */
import type { BucketFact, IdentityFact, KeyFact } from "../facts/types";
import { decide, isEveryone, type Request, type Side } from "../policy/decide";
import { matches } from "../policy/match";
import type { Policy } from "../policy/types";
import { bothSides, contextOf, eitherSide, ownSide, resourceSide, withinBoundary } from "./principal";

/** A bucket, key, topic or queue: whose it is, and its policy. */
export interface Guarded {
  readonly account: string;
  readonly policy?: Policy;
}

/** In one account the resource's policy alone is enough, or the principal's; across accounts both must allow. */
export function mayUse(identity: IdentityFact, { account, policy }: Guarded, request: Request): Side {
  const own = ownSide(identity, request);
  if (matches(identity.account, account) === true) {
    const direct = resourceSide(identity, policy, request, ["itself", "everyone"]);
    return eitherSide(own, withinBoundary(identity, request, direct));
  }
  return bothSides(own, resourceSide(identity, policy, request, ["itself", "its account", "everyone"]));
}

/**
 * A key's policy decides about everybody; what it leaves to an account's root is decided by IAM policies of the account.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
 */
export function mayUseGuardedKey(identity: IdentityFact, { account, policy }: Guarded, request: Request): Side {
  const own = ownSide(identity, request);
  if (matches(identity.account, account) !== true) {
    return bothSides(own, resourceSide(identity, policy, request, ["itself", "its account", "everyone"]));
  }
  // Without a policy a key has AWS's default one, which leaves everything to the account.
  const left = policy === undefined ? own : bothSides(own, resourceSide(identity, policy, request, ["its account"]));
  const direct = resourceSide(identity, policy, request, ["itself", "everyone"]);
  return own.effect === "deny" ? own : eitherSide(left, withinBoundary(identity, request, direct));
}

/** A service that asks for itself has no policies: the resource's alone decides. */
export const serviceMayUse = (service: string, { policy }: Guarded, request: Request): Side =>
  decide(policy === undefined ? [] : [policy], request, ({ principals }) =>
    (principals?.list ?? []).some(
      (entry) => isEveryone(entry) || (entry.kind === "Service" && entry.value === service),
    ),
  );

export const mayUseBucket = (identity: IdentityFact, bucket: BucketFact, action: string, resource: string): Side =>
  mayUse(identity, bucket, { action, resource, context: contextOf(identity, null) });

/** @param via service that uses the key on behalf of the principal, such as `s3.eu-central-1.amazonaws.com`; null for none */
export const mayUseKey = (identity: IdentityFact, key: KeyFact, action: string, via: string | null): Side =>
  mayUseGuardedKey(identity, key, { action, resource: key.arn, context: contextOf(identity, via) });
