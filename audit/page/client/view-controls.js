import { data } from "./data.js";
import { badge, el, plural } from "./dom.js";
import { filters } from "./filters.js";
import { heading } from "./parts.js";
import { matches } from "./search.js";
import { table } from "./table.js";
import { because } from "./why.js";

/** @typedef {import("../data").PageControl} PageControl */
/** @typedef {import("../data").PageWaiver} PageWaiver */

/** @type {Readonly<Record<string, string>>} */
const WORDS = {
  fail: "fails",
  undecided: "not decided",
  waived: "waived",
  pass: "passes",
  none: "nothing to check",
};

/** @param {PageControl} control */
export function stateOf({ verdicts, passed }) {
  for (const state of ["fail", "undecided", "waived"]) {
    if (verdicts.some(({ verdict }) => verdict === state)) return state;
  }
  return passed > 0 ? "pass" : "none";
}

/** Order of the results: what needs somebody comes first. */
const STATES = Object.keys(WORDS);

/**
 * @param {PageControl} one
 * @param {PageControl} other
 */
const byState = (one, other) => STATES.indexOf(stateOf(one)) - STATES.indexOf(stateOf(other));

/** @param {PageControl} control */
const places = ({ verdicts, passed }) =>
  ["fail", "undecided", "waived"]
    .map((state) => [
      verdicts.filter(({ verdict }) => verdict === state).length,
      state === "fail" ? "fail" : WORDS[state],
    ])
    .concat([[passed, "pass"]])
    .filter(([count]) => count !== 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(", ");

/** @param {PageControl} control */
function explain({ reason, remedy, references, verdicts }) {
  return el(
    "div",
    {},
    el("p", {}, el("strong", {}, "Why it matters: "), reason),
    el("p", {}, el("strong", {}, "What to do: "), remedy),
    references.length > 0 && el("p", {}, el("strong", {}, "References: "), references.join("; ")),
    verdicts.map(({ verdict, found, causes, waiver }) => {
      const waived = waiver === undefined ? undefined : data.waivers[waiver];
      return el(
        "div",
        { class: "verdict" },
        el("p", {}, badge(verdict, WORDS[verdict] ?? verdict), ` ${found}`),
        waived && el("p", { class: "quiet" }, `Waived by ${waived.owner} until ${waived.expires}: ${waived.reason}`),
        because(causes),
      );
    }),
  );
}

/** Rules over the JSON and who waived what until when. */
export function controlsView() {
  /** @type {import("./table.js").Listing<PageControl>} */
  const controlRows = {
    caption: "Controls",
    empty: "No such control.",
    name: ({ sentence }) => sentence,
    explain,
    columns: [
      {
        title: "Control",
        isHeader: true,
        cell: ({ sentence, id }) => [el("div", {}, sentence), el("span", { class: "quiet" }, id)],
        order: ({ id }) => id,
      },
      {
        title: "Result",
        cell: (control) => badge(stateOf(control), WORDS[stateOf(control)] ?? ""),
        order: (control) => STATES.indexOf(stateOf(control)),
      },
      {
        title: "Severity",
        cell: ({ severity }) => badge(`severity-${severity}`, severity),
        order: ({ severity }) => ["critical", "high", "medium", "low", "info"].indexOf(severity),
      },
      { title: "Places", cell: places },
      { title: "References", cell: ({ references }) => el("span", { class: "quiet" }, references.join("; ")) },
    ],
  };
  const controls = table(controlRows);
  /** @type {import("./table.js").Listing<PageWaiver>} */
  const waiverRows = {
    caption: "Waivers",
    empty: "No such waiver.",
    name: ({ control }) => control,
    explain: ({ causes }) => because(causes),
    columns: [
      {
        title: "Control",
        isHeader: true,
        cell: ({ control }) => el("code", {}, control),
        order: ({ control }) => control,
      },
      {
        title: "Until",
        cell: ({ expires, state }) => [
          el("span", { class: "strong" }, expires),
          state !== "used" && badge("fail", state),
          " ",
        ],
        order: ({ expires }) => expires,
      },
      { title: "Owner", cell: ({ owner }) => owner, order: ({ owner }) => owner },
      { title: "Reason", cell: ({ reason }) => reason },
      { title: "Places", cell: ({ causes }) => String(causes.length) },
    ],
  };
  const waivers = table(waiverRows);
  const form = filters(
    "controls",
    [
      { name: "q", label: "Search", hint: "encryption, public, dms" },
      {
        name: "state",
        label: "Result",
        options: Object.keys(WORDS).filter((state) => data.controls.some((control) => stateOf(control) === state)),
      },
    ],
    ({ q = "", state = "" }) => {
      const found = data.controls
        .toSorted(byState)
        .filter(
          (control) =>
            (state === "" || stateOf(control) === state) &&
            matches(q, [
              control.id,
              control.sentence,
              control.severity,
              ...control.references,
              ...control.verdicts.map((verdict) => verdict.found),
            ]),
        );
      const waived = data.waivers.filter(({ control, reason, owner, expires }) =>
        matches(q, [control, reason, owner, expires]),
      );
      controls.update(found);
      waivers.update(waived);
      const failing = found.filter((control) => stateOf(control) === "fail").length;
      return `${plural(found.length, "control")}, ${failing} failing; ${plural(waived.length, "waiver")}`;
    },
  );
  return {
    element: el(
      "div",
      {},
      heading(
        "Controls",
        `Rules over the JSON, what fails them, and what is waived: by whom, why and until when. Waivers are judged on ${data.today}.`,
      ),
      form.element,
      controls.element,
      waivers.element,
    ),
    open: form.open,
    all() {
      controls.all();
      waivers.all();
    },
  };
}
