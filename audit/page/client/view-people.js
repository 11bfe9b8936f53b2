import { data, objectName } from "./data.js";
import { el, list, plural } from "./dom.js";
import { filters } from "./filters.js";
import { heading, principalName, principalPart, principalTexts } from "./parts.js";
import { address } from "./route.js";
import { matches } from "./search.js";
import { table } from "./table.js";
import { because } from "./why.js";

/** @typedef {{ readonly index: number, readonly tables: ReadonlySet<string>, readonly direct: number }} Row */

/** @type {Map<number, Set<string>>} */
const tablesOf = new Map();
for (const cell of data.cells) {
  if (cell.permission !== "SELECT") continue;
  tablesOf.set(cell.principal, (tablesOf.get(cell.principal) ?? new Set()).add(objectName(cell)));
}
/** @type {Map<number, number>} */
const directOf = new Map();
for (const { principal } of [...data.buckets, ...data.keys]) {
  directOf.set(principal, (directOf.get(principal) ?? 0) + 1);
}

/** @type {readonly Row[]} */
const ROWS = data.principals
  .map((_, index) => ({ index, tables: tablesOf.get(index) ?? new Set(), direct: directOf.get(index) ?? 0 }))
  .toSorted((one, other) => other.tables.size - one.tables.size);

const nameOf = principalName;

/** @param {number} index */
const assumedBy = (index) => data.principals[index]?.assumedBy ?? [];

/** @param {Row} row */
function becomes({ index }) {
  const all = assumedBy(index);
  if (all.length === 0)
    return el("span", { class: "quiet" }, data.principals[index]?.declared ? "nobody" : "not known");
  return list(
    all
      .map(({ principal, conditions }) => [
        el("code", {}, principal),
        conditions.length > 0 && el("span", { class: "quiet" }, ` if ${conditions.join(" and ")}`),
      ])
      .map((parts) => el("span", {}, parts)),
  );
}

/** Roles, accounts and services, and what they reach. */
export function peopleView() {
  /** @type {import("./table.js").Listing<Row>} */
  const shown = {
    caption: "Principals",
    empty: "No such principal in the JSON.",
    name: ({ index }) => nameOf(index),
    explain: ({ index }) => because(assumedBy(index).flatMap(({ causes }) => causes)),
    columns: [
      {
        title: "Who",
        isHeader: true,
        cell: ({ index }) => principalPart(index),
        order: ({ index }) => nameOf(index),
      },
      {
        title: "Reads",
        order: ({ tables }) => tables.size,
        cell: ({ index, tables }) =>
          tables.size === 0
            ? el("span", { class: "quiet" }, "no table")
            : el("a", { href: address("access", { person: nameOf(index) }) }, plural(tables.size, "table")),
      },
      {
        title: "Past Lake Formation",
        order: ({ direct }) => direct,
        cell: ({ index, direct }) =>
          direct === 0
            ? el("span", { class: "quiet" }, "no way")
            : el("a", { href: address("direct", { person: nameOf(index) }) }, plural(direct, "way")),
      },
      { title: "Who may become it", cell: becomes },
    ],
  };
  const listing = table(shown);
  const form = filters(
    "people",
    [{ name: "q", label: "Search", hint: "analysts, finance, dms.amazonaws.com" }],
    ({ q = "" }) => {
      const found = ROWS.filter(({ index }) =>
        matches(q, [...principalTexts(index), ...assumedBy(index).map(({ principal }) => principal)]),
      );
      listing.update(found);
      return plural(found.length, "principal");
    },
  );
  return {
    element: el(
      "div",
      {},
      heading("People", "Roles, accounts and services that hold permissions, and who may become them."),
      form.element,
      listing.element,
    ),
    open: form.open,
    all: listing.all,
  };
}
