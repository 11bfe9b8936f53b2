import { data } from "./data.js";
import { el, plural } from "./dom.js";
import { filters } from "./filters.js";
import { heading, readable } from "./parts.js";
import { matches } from "./search.js";
import { table } from "./table.js";
import { because } from "./why.js";

/** @typedef {{ readonly part: string, readonly what: string, readonly why: string, readonly causes: readonly number[] }} Row */

/** @type {readonly Row[]} */
const ROWS = [
  ...data.undecided.map(({ sentence, reason, causes }) => ({ part: "Access", what: sentence, why: reason, causes })),
  ...data.notEvaluated.map(({ type, why, causes }) => ({ part: "Not evaluated", what: type, why, causes })),
  ...data.lineage.flatMap(({ name, breaks, columns }) =>
    [...breaks, ...columns.flatMap((column) => column.breaks)].map(({ why, cause }) => ({
      part: "Lineage",
      what: name,
      why,
      causes: [cause],
    })),
  ),
  ...data.unexplained.map(({ why, cause }) => ({
    part: "Lineage",
    what: "Tables and statements",
    why,
    causes: [cause],
  })),
  ...data.controls.flatMap(({ sentence, verdicts }) =>
    verdicts.flatMap(({ verdict, found, causes }) =>
      verdict === "undecided" ? [{ part: "Controls", what: sentence, why: found, causes }] : [],
    ),
  ),
];

export const OPEN = ROWS.length;

/** What the JSON leaves open: shown, and never counted as "no". */
export function openView() {
  /** @type {import("./table.js").Listing<Row>} */
  const shown = {
    caption: "What is not decided",
    empty: "Nothing of that kind is left open.",
    name: ({ what }) => what,
    explain: ({ causes }) => because(causes),
    columns: [
      { title: "What", isHeader: true, cell: ({ what }) => readable(what), order: ({ what }) => what },
      { title: "Part", cell: ({ part }) => part, order: ({ part }) => part },
      { title: "Reason", cell: ({ why }) => readable(why) },
    ],
  };
  const listing = table(shown);
  const form = filters(
    "open",
    [
      { name: "q", label: "Search" },
      { name: "part", label: "Part", options: [...new Set(ROWS.map(({ part }) => part))] },
    ],
    ({ q = "", part = "" }) => {
      const found = ROWS.filter(
        (row) => (part === "" || row.part === part) && matches(q, [row.what, row.why, row.part]),
      );
      listing.update(found);
      return plural(found.length, "open point");
    },
  );
  return {
    element: el(
      "div",
      {},
      heading(
        "Not decided",
        "What cannot be known from the JSON alone, what the audit does not evaluate, and hops of the lineage that cannot be followed.",
      ),
      form.element,
      listing.element,
    ),
    open: form.open,
    all: listing.all,
  };
}
