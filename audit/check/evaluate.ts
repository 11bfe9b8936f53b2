import type { Output } from "../output/types";
import { type Finding, finding } from "../types";
import { covers, inForce, isCheckov, isReadiness } from "../waivers/apply";
import { waiverFindings } from "../waivers/findings";
import { type Malformed, type Waiver, waiversOf } from "../waivers/read";
import type { Control, Verdict } from "./control";
import { worldOf } from "./world";

/** A failure that somebody answers for. */
export interface Waived {
  readonly verdict: Verdict;
  readonly waiver: Waiver;
}

export type ControlStatus =
  /** All that it is about passes. */
  | "passed"
  | "failed"
  /** What fails has a waiver. */
  | "waived"
  /** Nothing fails, and of something the JSON does not say. */
  | "undecided"
  /** The stacks hold nothing that it is about. */
  | "not applicable";

export interface ControlResult {
  readonly control: Omit<Control, "check">;
  readonly status: ControlStatus;
  /** How many places pass. */
  readonly passed: number;
  readonly failed: readonly Verdict[];
  readonly waived: readonly Waived[];
  readonly undecided: readonly Verdict[];
}

/** What the controls say of an output on a day. */
export interface ControlReport {
  /** The day that decides which waivers hold, `yyyy-MM-dd`. */
  readonly today: string;
  readonly results: readonly ControlResult[];
  /** All waivers of the JSON, those of checkov too. */
  readonly waivers: readonly (Waiver | Malformed)[];
  /** Failures without a waiver, and what is wrong with waivers. */
  readonly findings: readonly Finding[];
}

const foundOf = (verdict: Verdict): string => (verdict.verdict === "pass" ? "" : verdict.found);

function statusOf({ passed, failed, waived, undecided }: Omit<ControlResult, "control" | "status">): ControlStatus {
  if (failed.length > 0) return "failed";
  if (waived.length > 0) return "waived";
  if (undecided.length > 0) return "undecided";
  return passed > 0 ? "passed" : "not applicable";
}

function resultOf(rule: Control, verdicts: readonly Verdict[], waivers: readonly Waiver[]): ControlResult {
  const { check: _, ...control } = rule;
  const failures = verdicts
    .filter(({ verdict }) => verdict === "fail")
    .map((verdict) => ({ verdict, waiver: waivers.find((waiver) => covers(waiver, control.id, verdict.place)) }));
  const counts = {
    passed: verdicts.filter(({ verdict }) => verdict === "pass").length,
    failed: failures.filter(({ waiver }) => waiver === undefined).map(({ verdict }) => verdict),
    waived: failures.flatMap(({ verdict, waiver }) => (waiver === undefined ? [] : [{ verdict, waiver }])),
    undecided: verdicts.filter(({ verdict }) => verdict === "undecided"),
  };
  return { control, status: statusOf(counts), ...counts };
}

const failureOf = (control: ControlResult["control"], verdict: Verdict): Finding =>
  finding({
    rule: control.id,
    severity: control.severity,
    subject: `${verdict.place.stack} ${verdict.place.address}`,
    sentence: `${control.sentence} Here ${foundOf(verdict)}.`,
    remedy: control.remedy,
    causes: [{ ...verdict.place, says: foundOf(verdict) }],
  });

const use = (rule: string, { place, rules }: Waiver): string =>
  `${rule} ${place.stack} ${place.pointer} ${rules.join()}`;

/**
 * Evaluates controls over an output.
 * @param today `yyyy-MM-dd`; waivers hold to the end of their last day
 */
export function evaluate(output: Output, controls: readonly Control[], today: string): ControlReport {
  const world = worldOf(output);
  const waivers = waiversOf(output.stacks);
  const holding = inForce(waivers, today);
  const results = controls.map((control) => resultOf(control, control.check(world), holding));
  const ids = new Set(controls.map(({ id }) => id));
  const uses = new Set(results.flatMap(({ control, waived }) => waived.map(({ waiver }) => use(control.id, waiver))));
  return {
    today,
    results,
    waivers,
    findings: [
      ...results.flatMap(({ control, failed }) => failed.map((verdict) => failureOf(control, verdict))),
      ...waiverFindings({
        waivers,
        judges: (rule) => !isCheckov(rule) && !isReadiness(rule),
        today,
        known: (rule) => ids.has(rule),
        used: (waiver, rule) => uses.has(use(rule, waiver)),
      }),
    ],
  };
}
