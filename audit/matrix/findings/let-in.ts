/** Whom resource policies let in as a whole. */

import { groupBy } from "../../group";
import { accountNamed } from "../../lake-formation/delegate";
import { type Finding, finding } from "../../types";
import type { BucketPath, KeyPath } from "../types";
import type { AccessContext, AccessRule } from "./context";

interface LetIn {
  readonly principal: string;
  /** Bucket or key. */
  readonly what: string;
  readonly accesses: readonly string[];
  readonly conditions: readonly string[];
  readonly causes: readonly (BucketPath | KeyPath)["causes"][number][];
}

const waysByContext = new WeakMap<AccessContext, readonly LetIn[]>();

/** Who is let in where; every rule of this file asks for it. */
function ways(context: AccessContext): readonly LetIn[] {
  const found = waysByContext.get(context) ?? allWays(context);
  waysByContext.set(context, found);
  return found;
}

function allWays({ buckets, keys }: AccessContext): readonly LetIn[] {
  const all = [
    ...buckets.map((path) => ({ ...path, what: `bucket ${path.bucket}` })),
    ...keys.map((path) => ({ ...path, what: `key ${path.name}` })),
  ];
  return [...groupBy(all, ({ principal, what }) => `${principal}\n${what}`).values()].flatMap((paths) => {
    const [first] = paths;
    if (first === undefined) return [];
    return [
      {
        principal: first.principal,
        what: first.what,
        accesses: paths.map(({ access }) => access),
        conditions: [...new Set(paths.flatMap(({ conditions }) => conditions))],
        causes: [...new Set(paths.flatMap(({ causes }) => causes))],
      },
    ];
  });
}

const SOURCE = /^(aws:Source(Account|Arn|OrgID|OrgPaths)|kms:EncryptionContext|aws:SourceVpce?|aws:VpcSourceIp) /im;
const VIA = /kms:ViaService /i;

const report = (way: LetIn, of: Omit<Finding, "id" | "subject" | "causes">): Finding =>
  finding({ ...of, subject: `${way.principal} and ${way.what}`, causes: way.causes });

/** Anybody in the world, or everybody of an organization. */
export const everyoneLetIn: AccessRule = (context) =>
  ways(context).flatMap((way) => {
    const restricted = way.conditions.some((condition) => SOURCE.test(condition) || VIA.test(condition));
    if (way.principal !== "*" || restricted) return [];
    return [
      report(way, {
        rule: "everyone-let-in",
        severity: "critical",
        sentence: `Anybody may ${way.accesses.join(", ")} ${way.what}.`,
        remedy: "Name the principals, or demand aws:PrincipalArn and aws:PrincipalOrgID in a condition.",
      }),
    ];
  });

/** Accounts of which no stack is here. */
export const strangerLetIn: AccessRule = (context) =>
  ways(context).flatMap((way) => {
    const account = accountNamed(way.principal) ?? /^arn:[\w-]+:iam::(\d{12}):/.exec(way.principal)?.[1];
    if (account === undefined || context.facts.accounts.has(account) || context.facts.accounts.size === 0) return [];
    return [
      report(way, {
        rule: "stranger-let-in",
        severity: "high",
        sentence: `${way.principal} may ${way.accesses.join(", ")} ${way.what}, and no stack acts in account ${account}.`,
        remedy: "Take the account out of the policy, or audit its stacks together with these.",
      }),
    ];
  });

/** All principals of a known account that its administrators let, where single roles are meant. */
export const wholeAccountLetIn: AccessRule = (context) =>
  ways(context).flatMap((way) => {
    const account = accountNamed(way.principal);
    const restricted = way.conditions.some((condition) => SOURCE.test(condition) || VIA.test(condition));
    if (account === undefined || restricted || !context.facts.accounts.has(account)) return [];
    return [
      report(way, {
        rule: "whole-account-let-in",
        severity: "high",
        sentence: `Every principal of account ${account} that its administrators let may ${way.accesses.join(", ")} ${way.what}: the policy has no condition on the principal.`,
        remedy: "Add a condition aws:PrincipalArn that names the role.",
      }),
    ];
  });

/** A service acts for many customers; without a condition on the source any of them may use it. */
export const serviceWithoutSource: AccessRule = (context) =>
  ways(context).flatMap((way) => {
    if (!way.principal.endsWith(".amazonaws.com") || !way.what.startsWith("bucket ")) return [];
    if (way.conditions.some((condition) => SOURCE.test(condition))) return [];
    return [
      report(way, {
        rule: "service-without-source",
        severity: "medium",
        sentence: `Service ${way.principal} may ${way.accesses.join(", ")} ${way.what} for whoever asks it: the policy has no condition on the source.`,
        remedy: "Add conditions aws:SourceAccount and aws:SourceArn.",
      }),
    ];
  });
