import type { Control } from "../check/control";
import { evaluate } from "../check/evaluate";
import { statefulAddresses } from "../lock/addresses";
import { compareLock, type LockDifference } from "../lock/compare";
import type { Output } from "../output/types";
import { type Finding, SEVERITIES, type Severity } from "../types";
import { type AccessChange, accessChanges } from "./access";
import { type ResourceChange, resourceChanges } from "./resources";

/** What a change means to people. */
export interface Diff {
  readonly access: readonly AccessChange[];
  readonly resources: readonly ResourceChange[];
  /** Findings of controls and waivers that are new, and those that are gone. */
  readonly failing: readonly Finding[];
  readonly mended: readonly Finding[];
  /** Addresses of stateful resources that go, and what is said of them. */
  readonly addresses: LockDifference;
  /** The worst of it; nothing when the two mean the same. */
  readonly severity?: Severity;
}

/** Kinds of resource changes that lose what the resource holds. */
const LOSSES = new Set<ResourceChange["kind"]>(["destroyed", "replaced", "may be replaced"]);

function severityOf({ access, resources, failing, mended, addresses }: Omit<Diff, "severity">): Severity | undefined {
  const found = new Set<Severity>([
    ...failing.map(({ severity }) => severity),
    ...(addresses.lost.length > 0 ? (["critical"] as const) : []),
    ...(access.some(({ kind }) => kind === "gained") ? (["high"] as const) : []),
    ...(resources.some(({ kind }) => LOSSES.has(kind)) ? (["medium"] as const) : []),
    ...(access.length > 0 ? (["low"] as const) : []),
    ...(resources.length + mended.length > 0 ? (["info"] as const) : []),
  ]);
  return SEVERITIES.find((severity) => found.has(severity));
}

const ids = (findings: readonly Finding[]): ReadonlySet<string> => new Set(findings.map(({ id }) => id));

/**
 * What changes from one output to another.
 * @param today `yyyy-MM-dd`, for waivers
 */
export function diff(before: Output, after: Output, controls: readonly Control[], today: string): Diff {
  const old = evaluate(before, controls, today).findings;
  const now = evaluate(after, controls, today).findings;
  const [oldIds, nowIds] = [ids(old), ids(now)];
  const parts = {
    access: accessChanges(before, after),
    resources: resourceChanges(before, after),
    failing: now.filter(({ id }) => !oldIds.has(id)),
    mended: old.filter(({ id }) => !nowIds.has(id)),
    addresses: compareLock(statefulAddresses(before), after),
  };
  const severity = severityOf(parts);
  return { ...parts, ...(severity === undefined ? {} : { severity }) };
}
