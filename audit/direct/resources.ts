/** Which buckets and keys a pattern of a policy may mean, without looking at all of them. */
import type { BucketFact, Facts, KeyFact } from "../facts/types";
import { hasToken } from "../output/tokens";
import { isEveryone, rootOf } from "../policy/decide";
import { matches } from "../policy/match";
import type { Policy } from "../policy/types";

const ARN = /^arn:[\w-]+:s3:::([^/]+)/;
const KEY_ARN = /^arn:[\w-]+:kms:[^:]*:([^:]*):/;

/** Accounts that a resource policy names, of principals as of roots; `*` when it names everybody. */
function accountsNamed(policy: Policy | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { effect, principals } of policy?.statements ?? []) {
    if (effect === "Deny") continue;
    for (const entry of principals?.list ?? []) {
      const account = isEveryone(entry) ? "*" : (rootOf(entry) ?? /^arn:[\w-]+:iam::([^:]+):/.exec(entry.value)?.[1]);
      if (account !== undefined) found.add(account);
    }
  }
  return found;
}

/** Resources by the accounts that may reach them: the owner, those that its policy names, or everybody. */
class Reach<Resource extends { readonly account: string; readonly policy?: Policy }> {
  readonly #byAccount = new Map<string, Resource[]>();

  public constructor(resources: readonly Resource[]) {
    for (const resource of resources) {
      for (const account of new Set([resource.account, ...accountsNamed(resource.policy)])) {
        const list = this.#byAccount.get(account);
        if (list === undefined) this.#byAccount.set(account, [resource]);
        else list.push(resource);
      }
    }
  }

  public of(account: string): readonly Resource[] {
    return [...(this.#byAccount.get(account) ?? []), ...(this.#byAccount.get("*") ?? [])];
  }
}

export class Resources {
  public readonly keys: ReadonlyMap<string, KeyFact>;
  readonly #buckets: ReadonlyMap<string, BucketFact>;
  readonly #bucketsInReach: Reach<BucketFact>;
  readonly #keysInReach: Reach<KeyFact>;

  public constructor({ buckets, keys }: Facts) {
    this.#buckets = new Map(buckets.map((bucket) => [bucket.name, bucket]));
    this.keys = new Map(keys.map((key) => [key.arn, key]));
    this.#bucketsInReach = new Reach(buckets);
    this.#keysInReach = new Reach(keys);
  }

  /** Buckets that patterns of an account's principal may mean. */
  public bucketsFor(account: string, patterns: readonly string[]): ReadonlySet<BucketFact> {
    const found = new Set<BucketFact>();
    for (const pattern of patterns) {
      const name = pattern === "*" ? "*" : ARN.exec(pattern)?.[1];
      if (name === undefined && !hasToken(pattern) && !pattern.startsWith("*")) continue;
      const exact = name === undefined ? undefined : this.#buckets.get(name);
      if (exact !== undefined) found.add(exact);
      else if (name === undefined || /[*?⟨]/.test(name)) {
        for (const bucket of this.#bucketsInReach.of(account)) {
          if (matches(name ?? "*", bucket.name) !== false) found.add(bucket);
        }
      }
    }
    return found;
  }

  /** Keys that patterns of an account's principal may mean. */
  public keysFor(account: string, patterns: readonly string[]): ReadonlySet<KeyFact> {
    const found = new Set<KeyFact>();
    for (const pattern of patterns) {
      const exact = this.keys.get(pattern);
      if (exact !== undefined) found.add(exact);
      else if (pattern === "*" || KEY_ARN.test(pattern) || hasToken(pattern)) {
        for (const key of this.#keysInReach.of(account)) {
          if (matches(pattern, key.arn) !== false) found.add(key);
        }
      }
    }
    return found;
  }
}
