/** Whether policies allow a request: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html */
import type { Cause } from "../types";
import { type Context, judge } from "./conditions";
import { anyMatch, type Match, matches, matchesAction, mayOverlap, not } from "./match";
import type { Choice, Policy, PolicyPrincipal, Statement } from "./types";

export interface Request {
  readonly action: string;
  /** ARN, or a pattern that stands for all ARNs which fit it. */
  readonly resource: string;
  readonly context: Context;
}

/** What one side of a decision says. */
export interface Side {
  readonly effect: "allow" | "deny" | "open" | "none";
  /** What a request must meet besides. */
  readonly conditions: readonly string[];
  /** Why it is open. */
  readonly reasons: readonly string[];
  readonly causes: readonly Cause[];
}

const NOTHING: Side = { effect: "none", conditions: [], reasons: [], causes: [] };

/** Whether a statement is about a principal; always true for identity policies, which have none. */
export type ConcernsPrincipal = (statement: Statement) => Match;

/** What some policies together say about a request. An explicit deny wins. */
export function decide(policies: readonly Policy[], request: Request, concerns: ConcernsPrincipal): Side {
  const allowed: { depends: readonly string[]; cause: Cause }[] = [];
  const reasons: string[] = [];
  const openCauses: Cause[] = [];
  const unless: string[] = [];
  const denyOpen: string[] = [];
  const denyCauses: Cause[] = [];
  for (const policy of policies) {
    if (policy.open !== undefined) {
      reasons.push(policy.open);
      openCauses.push(policy.cause);
    }
    for (const about of statementsAbout(policy, request.action)) {
      const { statement } = about;
      const found = applies(about, request, concerns);
      if (found === undefined) continue;
      const { open, depends, cause } = found;
      if (statement.effect === "Allow") {
        if (open.length === 0) allowed.push({ depends, cause });
        else {
          reasons.push(...open);
          openCauses.push(cause);
        }
      } else if (open.length === 0 && depends.length === 0) {
        return { effect: "deny", conditions: [], reasons: [], causes: [cause] };
      } else {
        if (open.length > 0) denyOpen.push(...open);
        else unless.push(`not when ${inWords(depends)}`);
        denyCauses.push(cause);
      }
    }
  }
  if (allowed.length === 0) {
    return reasons.length === 0 ? NOTHING : { effect: "open", conditions: unless, reasons, causes: openCauses };
  }
  // A statement without a condition makes the others needless.
  const free = allowed.filter(({ depends }) => depends.length === 0);
  const chosen = free.length > 0 ? free : allowed;
  const ways = [...new Set(chosen.map(({ depends }) => inWords(depends)))].filter((way) => way !== "");
  return {
    effect: denyOpen.length === 0 ? "allow" : "open",
    conditions: [...(ways.length === 0 ? [] : [ways.join(", or ")]), ...unless],
    reasons: denyOpen,
    causes: [...chosen.map(({ cause }) => cause), ...(denyOpen.length > 0 ? denyCauses : [])],
  };
}

/** From worst to best for whoever asks. */
export const RANK = { deny: 0, none: 1, open: 2, allow: 3 } as const;

/** The best of what sides say of actions of which any is enough: the first one that allows, and the rest is not asked. */
export function bestOf(actions: readonly string[], sideOf: (action: string) => Side): Side {
  let best: Side | undefined;
  for (const action of actions) {
    const side = sideOf(action);
    if (side.effect === "allow") return side;
    if (best === undefined || RANK[side.effect] > RANK[best.effect]) best = side;
  }
  return best ?? NOTHING;
}

/** Whether some statement may allow an action to somebody: if none does, there is nothing to decide. */
export const mayAllow = (policies: readonly Policy[], action: string): boolean =>
  policies.some(
    (policy) =>
      policy.open !== undefined ||
      statementsAbout(policy, action).some(({ statement: { effect } }) => effect === "Allow"),
  );

/** A statement that is about an action, surely or perhaps. */
interface About {
  readonly statement: Statement;
  readonly action: true | undefined;
}

/** Statements by policy and action: the same few actions are asked for every principal and resource. */
const byAction = new WeakMap<Policy, Map<string, readonly About[]>>();

/** Statements by policy and service: most of a policy's are about other services than those that hold data. */
const byService = new WeakMap<Policy, Map<string, readonly Statement[]>>();

/** Statements that may be about actions of a service. */
function ofService(policy: Policy, service: string): readonly Statement[] {
  const services = byService.get(policy) ?? new Map<string, readonly Statement[]>();
  byService.set(policy, services);
  const known = services.get(service);
  if (known !== undefined) return known;
  const concerns = new RegExp(`^(${service}:|[^:]*[*?⟨])`, "i");
  const found = policy.statements.filter(
    ({ actions }) => actions.not || actions.patterns.some((pattern) => concerns.test(pattern)),
  );
  services.set(service, found);
  return found;
}

function statementsAbout(policy: Policy, action: string): readonly About[] {
  const actions = byAction.get(policy) ?? new Map<string, readonly About[]>();
  byAction.set(policy, actions);
  const known = actions.get(action);
  if (known !== undefined) return known;
  const service = action.slice(0, action.indexOf(":"));
  const found = ofService(policy, service).flatMap((statement): readonly About[] => {
    const match = chosen(statement.actions, (pattern) => matchesAction(pattern, action));
    return match === false ? [] : [{ statement, action: match }];
  });
  actions.set(action, found);
  return found;
}

interface Applied {
  readonly depends: readonly string[];
  readonly open: readonly string[];
  readonly cause: Cause;
}

/** How a statement applies to a request; nothing when it does not. */
function applies({ statement, action }: About, request: Request, concerns: ConcernsPrincipal): Applied | undefined {
  const principal = concerns(statement);
  if (principal === false) return undefined;
  const { resources } = statement;
  const resource = resources === undefined ? true : chosen(resources, (pattern) => matches(pattern, request.resource));
  const partly =
    resource === false && statement.effect === "Deny" && resources?.not === false
      ? resources.patterns.filter((pattern) => request.resource.includes("*") && mayOverlap(pattern, request.resource))
      : [];
  if (resource === false && partly.length === 0) return undefined;
  const { met, depends, open } = judge(statement.conditions, request.context);
  if (met === false) return undefined;
  return {
    depends: [...depends, ...partly.map((pattern) => `the object is ${pattern}`)],
    open: [
      ...(action === undefined ? ["which action it is about"] : []),
      ...(principal === undefined ? ["which principal it is about"] : []),
      ...(resource === undefined ? ["which resource it is about"] : []),
      ...open,
    ].map((what) => `${statement.cause.stack} ${statement.cause.address}${sidOf(statement)} leaves open: ${what}`),
    cause: statement.cause,
  };
}

const sidOf = ({ sid }: Statement): string => (sid === undefined ? "" : ` (${sid})`);

const chosen = ({ not: negated, patterns }: Choice, fits: (pattern: string) => Match): Match =>
  negated ? not(anyMatch(patterns, fits)) : anyMatch(patterns, fits);

/** Whether a policy's entry names everybody. */
export const isEveryone = ({ kind, value }: PolicyPrincipal): boolean => kind === "AWS" && value === "*";

const ROOT = /^arn:[\w-]+:iam::(.+):root$/;

/** Account that an entry names as a whole, by its id or its root, which stands for all its principals. */
export function rootOf({ kind, value }: PolicyPrincipal): string | undefined {
  if (kind !== "AWS" || value === "*") return undefined;
  return ROOT.exec(value)?.[1] ?? (value.startsWith("arn:") ? undefined : value);
}

/** Conditions of one statement. In order, since an account may answer them in another one than the JSON has. */
const inWords = (depends: readonly string[]): string => depends.toSorted().join(" and ");
