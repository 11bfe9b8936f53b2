/** Whom a resource policy lets in besides roles and users of which something is known. */
import type { PrincipalKind } from "../matrix/types";
import { type Context, judge } from "../policy/conditions";
import { isEveryone, rootOf } from "../policy/decide";
import type { PolicyPrincipal, Statement } from "../policy/types";
import { SECURE } from "./principal";

/** Somebody whose own policies are not in question. */
export interface Other {
  readonly id: string;
  readonly kind: PrincipalKind;
  readonly account?: string;
  /** What a request of theirs is known to carry. */
  readonly context: Context;
}

const ORGANIZATION = "aws:principalorgid";
const NARROWING = ["aws:principalarn", "aws:userid", "aws:principaltag/"];

/**
 * Those whom an Allow statement lets in as a whole: a foreign account, a service, everybody. An account that is narrowed
 * to roles by name is not let in as a whole; these roles are.
 * @param owner account of the resource, whose own root only leaves the decision to IAM
 */
export function othersOf(statement: Statement, owner: string): readonly Other[] {
  if (statement.effect === "Deny") return [];
  const { principals } = statement;
  if (principals === undefined) return [];
  if (principals.not) {
    return [everyone(statement)];
  }
  return principals.list.flatMap((entry) => toOther(statement, entry, owner));
}

function toOther(statement: Statement, entry: PolicyPrincipal, owner: string): readonly Other[] {
  if (entry.kind === "Service") {
    return [{ id: entry.value, kind: "service", context: new Map(Object.entries(SECURE)) }];
  }
  if (entry.kind === "Federated" || entry.kind === "CanonicalUser") {
    return [{ id: entry.value, kind: "federated", context: new Map(Object.entries(SECURE)) }];
  }
  if (isEveryone(entry)) return isNarrowed(statement) ? [] : [everyone(statement)];
  const account = rootOf(entry);
  if (account === undefined || account === owner || isNarrowed(statement)) return [];
  return [
    {
      id: account,
      kind: "account",
      account,
      context: new Map(Object.entries({ ...SECURE, "kms:calleraccount": account, "aws:principalaccount": account })),
    },
  ];
}

/** Whether a statement names single principals by a condition. */
export const isNarrowed = ({ conditions }: Statement): boolean =>
  conditions.some(({ operator, key, values }) => {
    const small = key.toLowerCase();
    return (
      !operator.includes("Not") &&
      NARROWING.some((each) => small.startsWith(each)) &&
      (small !== "aws:principalarn" || values.every((value) => !/[*?]/.test(value)))
    );
  });

function everyone({ conditions }: Statement): Other {
  const organization = conditions.find(
    ({ operator, key }) => key.toLowerCase() === ORGANIZATION && /^StringEquals|^StringLike/.test(operator),
  );
  const context: Context = new Map(Object.entries(SECURE));
  return organization === undefined
    ? { id: "*", kind: "everyone", context }
    : { id: organization.values.join(", "), kind: "organization", context };
}

/** What one of them must meet besides; nothing when the statement does not let them in. */
export function conditionsFor(other: Other, statement: Statement): ReturnType<typeof judge> | undefined {
  const verdict = judge(statement.conditions, other.context);
  return verdict.met === false ? undefined : verdict;
}
