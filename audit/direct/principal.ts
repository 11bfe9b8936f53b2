/** Whom policies are about, when one principal asks. */
import type { IdentityFact } from "../facts/types";
import type { Context } from "../policy/conditions";
import { type ConcernsPrincipal, decide, isEveryone, RANK, type Request, rootOf, type Side } from "../policy/decide";
import { type Match, matches } from "../policy/match";
import type { Policy, PolicyPrincipal } from "../policy/types";

const contexts = new WeakMap<IdentityFact, Map<string | null, Context>>();

/**
 * What is known of every request that a role or user makes.
 * @param via service that makes it on behalf of the principal, such as `s3.eu-central-1.amazonaws.com`; null for none
 */
export function contextOf(identity: IdentityFact, via: string | null): Context {
  const { arn, account, kind } = identity;
  const known = contexts.get(identity) ?? new Map<string | null, Context>();
  contexts.set(identity, known);
  const before = known.get(via);
  if (before !== undefined) return before;
  const context: Context = new Map<string, string | null>(
    Object.entries({
      "aws:principalarn": arn,
      "aws:principalaccount": account,
      "aws:principaltype": kind === "user" ? "User" : "AssumedRole",
      "aws:principalisawsservice": "false",
      "aws:sourceaccount": null,
      "aws:sourcearn": null,
      "kms:viaservice": via,
      "kms:calleraccount": account,
      ...SECURE,
    }),
  );
  known.set(via, context);
  return context;
}

/** Whoever asks may choose a good connection: a policy that demands one keeps nobody out. */
export const SECURE = { "aws:securetransport": "true", "s3:tlsversion": "1.3" } as const;

/** How an entry of a resource policy names a principal. */
type Naming = "itself" | "its account" | "everyone";

function naming(
  { arn, account }: IdentityFact,
  entry: PolicyPrincipal,
): { readonly how: Naming; readonly match: Match } {
  if (isEveryone(entry)) return { how: "everyone", match: true };
  const root = rootOf(entry);
  if (root !== undefined) return { how: "its account", match: equal(root, account) };
  return { how: "itself", match: entry.kind === "AWS" ? equal(entry.value, arn) : false };
}

/** Principals are compared whole: they have no wildcards. */
const equal = (one: string, other: string): Match => (one.includes("*") ? one === other : matches(one, other));

/** Statements that name a principal in one of some ways. */
export const named =
  (identity: IdentityFact, ways: readonly Naming[]): ConcernsPrincipal =>
  ({ principals }) => {
    if (principals === undefined) return false;
    let answer: Match = false;
    for (const entry of principals.list) {
      const { how, match } = naming(identity, entry);
      if (!ways.includes(how) && !principals.not) continue;
      if (match === true) answer = true;
      else if (match === undefined && answer === false) answer = undefined;
    }
    return principals.not ? (answer === undefined ? undefined : !answer) : answer;
  };

const any: ConcernsPrincipal = () => true;

/** What a principal's own policies say, within its permissions boundary. */
export function ownSide(identity: IdentityFact, request: Request): Side {
  const side = decide(identity.policies, request, any);
  if (side.effect === "deny") return side;
  const bounded = withinBoundary(identity, request, side);
  if (bounded.effect !== "none" || identity.declared) return bounded;
  return {
    effect: "open",
    conditions: [],
    reasons: [`no stack makes ${identity.arn}: its policies are not in the JSON`],
    causes: [],
  };
}

/** A boundary gives nothing; it takes away what it does not allow too. */
export function withinBoundary({ boundary }: IdentityFact, request: Request, side: Side): Side {
  if (boundary === undefined || side.effect === "none") return side;
  const limit = decide([boundary], request, any);
  if (limit.effect === "none" || limit.effect === "deny") return { ...limit, effect: limit.effect };
  return {
    effect: limit.effect === "open" ? "open" : side.effect,
    conditions: [...side.conditions, ...limit.conditions],
    reasons: [...side.reasons, ...limit.reasons],
    causes: [...side.causes, ...limit.causes],
  };
}

/** What a resource's policy says of a principal, named in one of some ways. Denials count however they name it. */
export function resourceSide(
  identity: IdentityFact,
  policy: Policy | undefined,
  request: Request,
  ways: readonly Naming[],
): Side {
  if (policy === undefined) return { effect: "none", conditions: [], reasons: [], causes: [] };
  const allowing = named(identity, ways);
  const denying = named(identity, ["itself", "its account", "everyone"]);
  return decide([policy], request, (statement) => (statement.effect === "Deny" ? denying : allowing)(statement));
}

/** Both sides must allow. */
export function bothSides(one: Side, other: Side): Side {
  const effects = new Set([one.effect, other.effect]);
  const effect = (["deny", "none", "open"] as const).find((each) => effects.has(each)) ?? "allow";
  if (effect === "deny" || effect === "none") return { effect, conditions: [], reasons: [], causes: [] };
  return {
    effect,
    conditions: [...new Set([...one.conditions, ...other.conditions])],
    reasons: [...new Set([...one.reasons, ...other.reasons])],
    causes: [...new Set([...one.causes, ...other.causes])],
  };
}

/** Either side is enough, unless one denies. */
export function eitherSide(one: Side, other: Side): Side {
  if (one.effect === "deny") return one;
  if (other.effect === "deny") return other;
  if (RANK[one.effect] !== RANK[other.effect]) return RANK[one.effect] > RANK[other.effect] ? one : other;
  return one.conditions.length <= other.conditions.length ? one : other;
}
