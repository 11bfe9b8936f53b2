/** Ways to the objects of buckets that do not pass Lake Formation. */
import type { BucketFact, Facts, IdentityFact } from "../facts/types";
import type { BucketPath } from "../matrix/types";
import { bestOf, decide, mayAllow, type Side } from "../policy/decide";
import { matches, matchesAction } from "../policy/match";
import type { Statement } from "../policy/types";
import { BUCKET_ACCESS } from "./access";
import { arnsNamed } from "./identities";
import { mayUseBucket, mayUseKey } from "./judge";
import { conditionsFor, type Other, othersOf } from "./others";
import type { Resources } from "./resources";

/** A path before it is known which tables lie there. */
export type FoundPath = Omit<BucketPath, "tables">;

const S3 = "arn:aws:s3:::";

export function bucketPaths(
  facts: Facts,
  identities: ReadonlyMap<string, IdentityFact>,
  resources: Resources,
): readonly FoundPath[] {
  const candidates = new Map<BucketFact, Set<IdentityFact>>();
  const add = (bucket: BucketFact, identity: IdentityFact): void => {
    const before = candidates.get(bucket);
    if (before === undefined) candidates.set(bucket, new Set([identity]));
    else before.add(identity);
  };
  for (const identity of identities.values()) {
    const open = identity.policies.some((policy) => policy.open !== undefined);
    const patterns = open ? ["*"] : identity.policies.flatMap(({ statements }) => statements.flatMap(patternsOf));
    for (const bucket of resources.bucketsFor(identity.account, patterns)) add(bucket, identity);
  }
  for (const bucket of facts.buckets) {
    for (const arn of (bucket.policy?.statements ?? []).flatMap(arnsNamed)) {
      const identity = identities.get(arn);
      if (identity !== undefined) add(bucket, identity);
    }
  }
  return facts.buckets.flatMap((bucket) => [
    ...[...(candidates.get(bucket) ?? [])].flatMap((identity) => pathsOf(identity, bucket, resources)),
    ...pathsOfOthers(bucket),
  ]);
}

/** Resources of the statements that may allow something in S3. */
const patternsOf = ({ effect, actions, resources }: Statement): readonly string[] => {
  if (effect === "Deny") return [];
  const s3 = actions.not || actions.patterns.some((pattern) => /^(s3|\*)/i.test(pattern));
  if (!s3) return [];
  return resources === undefined || resources.not ? ["*"] : resources.patterns;
};

function pathsOf(identity: IdentityFact, bucket: BucketFact, resources: Resources): readonly FoundPath[] {
  const objects = objectPatterns(
    bucket,
    identity.policies.flatMap((policy) => policy.statements),
  );
  const policies = [...identity.policies, ...(bucket.policy === undefined ? [] : [bucket.policy])];
  return BUCKET_ACCESS.flatMap(({ access, actions: names, on, keyAction }) => {
    const actions = names.filter((action) => mayAllow(policies, action));
    const keys = on === "bucket" ? [undefined] : objects;
    const found = keys.flatMap((pattern) => {
      const arn = pattern === undefined ? S3 + bucket.name : `${S3}${bucket.name}/${pattern}`;
      const side = bestOf(actions, (action) => mayUseBucket(identity, bucket, action, arn));
      // Of a role that no stack makes, only what a policy says is worth telling.
      const told = identity.declared || side.causes.length > 0;
      return told && (side.effect === "allow" || side.effect === "open") ? [{ pattern: pattern ?? "*", side }] : [];
    });
    return withoutCovered(found).map(
      ([patterns, side]): FoundPath => ({
        principal: identity.arn,
        bucket: bucket.name,
        access,
        objects: patterns,
        decision: side.effect === "allow" ? "allowed" : "undecided",
        reasons: side.reasons,
        conditions: side.conditions,
        ...keyOf(identity, bucket, keyAction, resources),
        causes: side.causes,
      }),
    );
  });
}

/** Patterns of object keys that policies name in a bucket; the narrower ones first. */
function objectPatterns(bucket: BucketFact, own: readonly Statement[]): readonly string[] {
  const patterns = new Set<string>(["*"]);
  for (const { effect, resources } of [...own, ...(bucket.policy?.statements ?? [])]) {
    if (effect === "Deny" || resources === undefined || resources.not) continue;
    for (const pattern of resources.patterns) {
      const slash = pattern.indexOf("/");
      const place = pattern.slice(0, slash);
      if (slash > 0 && matches(place, S3 + bucket.name) !== false) patterns.add(pattern.slice(slash + 1));
    }
  }
  return [...patterns].toSorted((one, other) => other.length - one.length || (one < other ? -1 : 1));
}

interface Reached {
  readonly pattern: string;
  readonly side: Side;
}

/** Patterns with the same answer together, without those that another one includes. */
function withoutCovered(found: readonly Reached[]): readonly (readonly [readonly string[], Side])[] {
  const groups = new Map<string, { patterns: string[]; side: Side }>();
  for (const { pattern, side } of found) {
    const includes = found.some(
      (other) =>
        other.pattern !== pattern &&
        other.side.effect === "allow" &&
        other.side.conditions.length === 0 &&
        matches(other.pattern, pattern) === true,
    );
    if (includes) continue;
    const key = JSON.stringify([side.effect, side.conditions, side.reasons]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { patterns: [pattern], side });
    else {
      group.patterns.push(pattern);
      group.side = { ...group.side, causes: [...new Set([...group.side.causes, ...side.causes])] };
    }
  }
  return [...groups.values()].map(({ patterns, side }) => [patterns.toSorted(), side] as const);
}

/** The key that S3 must use in the principal's name. */
function keyOf(
  identity: IdentityFact,
  { key, region }: BucketFact,
  action: string | undefined,
  resources: Resources,
): Pick<FoundPath, "key"> {
  if (key === undefined || action === undefined) return {};
  const fact = resources.keys.get(key);
  if (fact === undefined) return { key: { arn: key, decision: "undecided" } };
  const { effect } = mayUseKey(identity, fact, action, `s3.${region}.amazonaws.com`);
  return { key: { arn: key, decision: effect === "allow" ? "allowed" : effect === "open" ? "undecided" : "denied" } };
}

/** What the bucket's policy alone gives to accounts, services and everybody. */
function pathsOfOthers(bucket: BucketFact): readonly FoundPath[] {
  return (bucket.policy?.statements ?? []).flatMap((statement) =>
    othersOf(statement, bucket.account).flatMap((other) => {
      const verdict = conditionsFor(other, statement);
      return verdict === undefined ? [] : accessesOf(bucket, statement, other, verdict);
    }),
  );
}

function accessesOf(
  bucket: BucketFact,
  statement: Statement,
  other: Other,
  verdict: NonNullable<ReturnType<typeof conditionsFor>>,
): readonly FoundPath[] {
  const { resources, actions } = statement;
  const objects = (resources?.patterns ?? ["*"]).flatMap((pattern) => {
    const slash = pattern.indexOf("/");
    return pattern === "*" ? ["*"] : slash > 0 ? [pattern.slice(slash + 1)] : [];
  });
  return BUCKET_ACCESS.flatMap(({ access, actions: names, on }): readonly FoundPath[] => {
    const hits = actions.not || names.some((name) => actions.patterns.some((pattern) => matchesAction(pattern, name)));
    if (!hits || (on === "objects" && objects.length === 0)) return [];
    const denied = deniedTo(bucket, other, names, on === "objects" ? `/${objects[0] ?? "*"}` : "");
    if (denied) return [];
    return [
      {
        principal: other.id,
        bucket: bucket.name,
        access,
        objects: on === "objects" ? objects.toSorted() : ["*"],
        decision: verdict.open.length === 0 ? "allowed" : "undecided",
        reasons: verdict.open,
        conditions: verdict.depends,
        causes: [statement.cause],
      },
    ];
  });
}

/** Whether the bucket's policy denies it to everybody, without a condition. */
const deniedTo = ({ policy, name }: BucketFact, other: Other, actions: readonly string[], suffix: string): boolean =>
  policy !== undefined &&
  actions.every((action) => {
    const request = { action, resource: S3 + name + suffix, context: other.context };
    const everybody = ({ effect, principals }: Statement): boolean =>
      effect === "Deny" && (principals?.list.some(({ value }) => value === "*" || value === other.id) ?? false);
    return decide([policy], request, everybody).effect === "deny";
  });
