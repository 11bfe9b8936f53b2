/** Whether a role or user may do something with a bucket or a key. */
import type { BucketFact, IdentityFact, KeyFact } from "../facts/types";
import type { Side } from "../policy/decide";
import { matches } from "../policy/match";
import { bothSides, contextOf, eitherSide, ownSide, resourceSide, withinBoundary } from "./principal";

/** In one account the bucket's policy alone is enough, or the principal's; across accounts both must allow. */
export function mayUseBucket(identity: IdentityFact, bucket: BucketFact, action: string, resource: string): Side {
  const request = { action, resource, context: contextOf(identity, null) };
  const own = ownSide(identity, request);
  if (matches(identity.account, bucket.account) === true) {
    const direct = resourceSide(identity, bucket.policy, request, ["itself", "everyone"]);
    return eitherSide(own, withinBoundary(identity, request, direct));
  }
  return bothSides(own, resourceSide(identity, bucket.policy, request, ["itself", "its account", "everyone"]));
}

/**
 * A key's policy decides about everybody; what it leaves to an account's root is decided by IAM policies of the account.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
 * @param via service that uses the key on behalf of the principal, such as `s3.eu-central-1.amazonaws.com`; null for none
 */
export function mayUseKey(identity: IdentityFact, key: KeyFact, action: string, via: string | null): Side {
  const request = { action, resource: key.arn, context: contextOf(identity, via) };
  const own = ownSide(identity, request);
  if (matches(identity.account, key.account) !== true) {
    return bothSides(own, resourceSide(identity, key.policy, request, ["itself", "its account", "everyone"]));
  }
  // Without a policy a key has AWS's default one, which leaves everything to the account.
  const left =
    key.policy === undefined ? own : bothSides(own, resourceSide(identity, key.policy, request, ["its account"]));
  const direct = resourceSide(identity, key.policy, request, ["itself", "everyone"]);
  return own.effect === "deny" ? own : eitherSide(left, withinBoundary(identity, request, direct));
}
