import type { Verdict as Judged } from "../../check/control";
import type { ControlReport, ControlResult } from "../../check/evaluate";
import { isMalformed, type Malformed, type Waiver } from "../../waivers/read";
import type { PageControl, PageData, PageVerdict, PageWaiver, Verdict } from "../data";
import type { Causes } from "./causes";

const foundOf = (verdict: Judged): string => (verdict.verdict === "pass" ? "" : verdict.found);

/** Waivers of the page: those that say the same at several places are one, with a cause for each place. */
function waiversOf(causes: Causes, { waivers, findings, today }: ControlReport): readonly PageWaiver[] {
  const unused = new Set(
    findings.flatMap(({ rule, causes: at }) =>
      rule === "waiver-unused" || rule === "waiver-unknown-rule"
        ? at.map(({ stack, pointer }) => `${stack} ${pointer}`)
        : [],
    ),
  );
  const groups = new Map<string, PageWaiver>();
  for (const waiver of waivers) {
    const state = stateOf(waiver, today, unused);
    const written = isMalformed(waiver)
      ? { control: "not named", reason: `It lacks ${waiver.missing.join(", ")}.`, owner: "nobody", expires: "never" }
      : { control: namesOf(waiver), reason: waiver.reason, owner: waiver.owner, expires: waiver.expires };
    const cause = causes.place(waiver.place, `waives ${written.control}`);
    const key = JSON.stringify([written, state]);
    const known = groups.get(key);
    groups.set(key, { ...written, state, causes: [...(known?.causes ?? []), cause] });
  }
  return [...groups.values()].toSorted((one, other) => (one.expires < other.expires ? -1 : 1));
}

const namesOf = ({ rules, table }: Waiver): string => `${rules.join(", ")}${table === undefined ? "" : ` of ${table}`}`;

function stateOf(waiver: Waiver | Malformed, today: string, unused: ReadonlySet<string>): PageWaiver["state"] {
  if (isMalformed(waiver)) return "malformed";
  if (waiver.expires < today) return "expired";
  return unused.has(`${waiver.place.stack} ${waiver.place.pointer}`) ? "unused" : "used";
}

function controlOf(causes: Causes, result: ControlResult, waivers: readonly PageWaiver[]): PageControl {
  const { control, passed, failed, waived, undecided } = result;
  const told = (verdict: Verdict, judged: Judged): PageVerdict => ({
    verdict,
    found: foundOf(judged),
    causes: [causes.place(judged.place, foundOf(judged))],
  });
  return {
    id: control.id,
    sentence: control.sentence,
    reason: control.reason,
    remedy: control.remedy,
    severity: control.severity,
    references: control.references.map(({ catalogue, id }) => `${catalogue} ${id}`),
    passed,
    verdicts: [
      ...failed.map((judged) => told("fail", judged)),
      ...undecided.map((judged) => told("undecided", judged)),
      ...waived.map(({ verdict, waiver }): PageVerdict => {
        const position = waivers.findIndex(
          ({ control: rules, reason, owner, expires }) =>
            rules === namesOf(waiver) &&
            reason === waiver.reason &&
            owner === waiver.owner &&
            expires === waiver.expires,
        );
        return { ...told("waived", verdict), ...(position < 0 ? {} : { waiver: position }) };
      }),
    ],
  };
}

/** Controls and waivers of the page, and the day that they are judged on. */
export function controlsOf(causes: Causes, report: ControlReport): Pick<PageData, "today" | "controls" | "waivers"> {
  const waivers = waiversOf(causes, report);
  return {
    today: report.today,
    waivers,
    controls: report.results.map((result) => controlOf(causes, result, waivers)),
  };
}
