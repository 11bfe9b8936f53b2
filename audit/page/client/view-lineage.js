import { accountName, data, readersOf } from "./data.js";
import { badge, el, plural } from "./dom.js";
import { filters } from "./filters.js";
import { classPart, heading, isAccount, principalKind, principalName } from "./parts.js";
import { isNarrow, picture } from "./picture.js";
import { address } from "./route.js";
import { normalised } from "./search.js";
import { table } from "./table.js";
import { because } from "./why.js";

/** @typedef {import("../data").PageLineage} PageLineage */
/** @typedef {import("../data").PageColumnLineage} PageColumnLineage */
/** @typedef {import("../data").PageHop} PageHop */

const LANES = /** @type {const} */ (["source", "replication", "folder", "files", "statement", "table", "people"]);
const NAMES = [
  "Source",
  "Replication",
  "Folder of the lake",
  "Table over the files",
  "Statement",
  "Curated table",
  "Who reads it",
];
const PEOPLE = 8;

/** @param {PageColumnLineage} column */
const columnName = ({ source, changes, current }) => (current ?? changes ?? source)?.name ?? "";

/** @param {PageLineage} lineage */
const labelOf = ({ name, account }) => `${accountName(account)} ${name}`;

/**
 * What a column is called and made of in a hop.
 * @param {PageHop["kind"]} kind
 * @param {PageColumnLineage | undefined} column
 * @returns {readonly string[]}
 */
function columnLines(kind, column) {
  if (column === undefined) return [];
  const { source, changes, current, steps } = column;
  const told = (/** @type {readonly string[]} */ kinds) =>
    steps.filter((step) => kinds.includes(step.kind)).map(({ what }) => `▸ ${what}`);
  if (kind === "source") return [source === undefined ? "▸ no column: replication makes it" : `▸ ${source.name}`];
  if (kind === "replication") return told(["renamed", "cased", "retyped", "dropped", "added"]);
  if (kind === "files") return [changes === undefined ? "▸ not there" : `▸ ${changes.name} ${changes.type}`];
  if (kind === "statement") return told(["cast", "computed"]);
  if (kind === "table") return [current === undefined ? "▸ not there" : `▸ ${current.name} ${current.type}`];
  return [];
}

/** @param {PageHop} hop */
const accountLine = ({ account }) => (account === undefined ? [] : [`in ${accountName(account)}`]);

/**
 * Principals who read the table, or one column of it.
 * @param {PageLineage} lineage
 * @param {PageColumnLineage | undefined} column
 */
function readersIn({ of }, column) {
  if (of === undefined) return [];
  const all = data.tables[of]?.columns ?? [];
  const wanted = all.flatMap(({ name }, index) =>
    column === undefined || name === column.current?.name ? [index] : [],
  );
  return [...new Set(wanted.flatMap((index) => readersOf(of, index)).map(({ principal }) => principal))].filter(
    (principal) => !isAccount(principal),
  );
}

/**
 * @param {PageLineage} lineage
 * @param {PageColumnLineage | undefined} column
 */
function pictureOf(lineage, column) {
  const readers = readersIn(lineage, column);
  const dropped = column?.steps.some(({ kind }) => kind === "dropped") ?? false;
  const hops = dropped ? lineage.hops.filter(({ kind }) => kind === "source" || kind === "replication") : lineage.hops;
  const boxes = hops.map((hop, index) => ({
    id: `hop-${index}`,
    lane: LANES.indexOf(hop.kind),
    title: hop.title,
    lines: [
      ...hop.lines.slice(0, hop.kind === "statement" ? 0 : 3),
      ...accountLine(hop),
      ...columnLines(hop.kind, column),
    ],
    style: `box-${hop.kind}`,
  }));
  const breaks = [...lineage.breaks, ...(column?.breaks ?? [])];
  const missing = dropped
    ? []
    : LANES.slice(0, -1).flatMap((_, lane) => (boxes.some((box) => box.lane === lane) ? [] : [lane]));
  const [first] = missing;
  const broken =
    first === undefined
      ? []
      : [{ id: "broken", lane: first, title: "✕ broken", lines: [breaks[0]?.why ?? "unknown"], style: "box-broken" }];
  const people = readers.slice(0, PEOPLE).map((principal) => ({
    id: `person-${principal}`,
    lane: LANES.length - 1,
    title: principalName(principal),
    lines: [principalKind(principal)],
    style: "box-people",
    href: address("access", { person: principalName(principal) }),
  }));
  const more =
    readers.length > PEOPLE
      ? [
          {
            id: "more",
            lane: LANES.length - 1,
            title: `and ${readers.length - PEOPLE} more`,
            lines: [],
            style: "box-people",
          },
        ]
      : [];
  const nobody =
    readers.length === 0 && !dropped
      ? [{ id: "nobody", lane: LANES.length - 1, title: "nobody", lines: ["by Lake Formation"], style: "box-nobody" }]
      : [];
  const all = [...boxes, ...broken, ...people, ...more, ...nobody];
  const arrows = LANES.flatMap((_, lane) => {
    const next = Math.min(...all.filter((box) => box.lane > lane).map((box) => box.lane));
    return all
      .filter((box) => box.lane === lane)
      .flatMap((from) =>
        all
          .filter((box) => box.lane === next)
          .map((to) => ({
            from: from.id,
            to: to.id,
            style: from.id === "broken" || to.id === "broken" ? "arrow-broken" : "",
          })),
      );
  });
  const title = `${column === undefined ? lineage.name : `${lineage.name}.${columnName(column)}`}: ${all.map((box) => box.title).join(", then ")}`;
  return picture({ title, lanes: NAMES, boxes: all, arrows, isNarrow: isNarrow() });
}

/**
 * The hops as a list, with every place.
 * @param {PageLineage} lineage
 * @param {PageColumnLineage | undefined} column
 */
function hopList(lineage, column) {
  const steps = [...lineage.steps, ...(column?.steps ?? [])];
  return el(
    "details",
    { class: "hops", open: true },
    el("summary", {}, "Hop by hop, with places in the JSON"),
    el(
      "ol",
      {},
      lineage.hops.map((hop) =>
        el(
          "li",
          {},
          el(
            "p",
            {},
            el("strong", {}, NAMES[LANES.indexOf(hop.kind)] ?? ""),
            `: ${[hop.title, ...hop.lines, ...accountLine(hop)].join("; ")}`,
          ),
          hop.cause !== undefined &&
            el("details", { class: "place-of" }, el("summary", {}, "Where"), because([hop.cause])),
        ),
      ),
    ),
    steps.length > 0 && [
      el(
        "h4",
        {},
        column === undefined ? "What happens on the way" : `What happens to ${columnName(column)} on the way`,
      ),
      el(
        "ul",
        {},
        steps.map(({ kind, what, cause }) =>
          el(
            "li",
            {},
            badge("step", kind),
            ` ${what} `,
            el("details", { class: "place-of" }, el("summary", {}, "Where"), because([cause])),
          ),
        ),
      ),
    ],
  );
}

/** @param {PageLineage} lineage */
const columnsTable = (lineage) => {
  const classes = new Map(
    (lineage.of === undefined ? [] : (data.tables[lineage.of]?.columns ?? [])).map(({ name, tags }) => [
      name,
      tags["classification"] ?? "",
    ]),
  );
  /** @type {import("./table.js").Listing<PageColumnLineage>} */
  const shown = {
    caption: `Columns of ${lineage.name} on their way`,
    empty: "No column is known.",
    name: columnName,
    explain: ({ steps, breaks }) => because([...breaks, ...steps].map(({ cause }) => cause)),
    columns: [
      {
        title: "At the source",
        isHeader: true,
        cell: (column) =>
          column.source === undefined
            ? el("span", { class: "quiet" }, "made by the replication")
            : [
                el(
                  "a",
                  { href: address("lineage", { table: labelOf(lineage), column: columnName(column) }) },
                  column.source.name,
                ),
                el(
                  "span",
                  { class: "quiet" },
                  column.source.known === "named"
                    ? "named by a rule"
                    : "inferred: the JSON holds no columns of the source",
                ),
              ],
      },
      {
        title: "In the files",
        cell: ({ changes }) =>
          changes === undefined ? el("span", { class: "quiet" }, "not there") : `${changes.name} ${changes.type}`,
      },
      {
        title: "Curated",
        cell: ({ current }) =>
          current === undefined
            ? el("span", { class: "quiet" }, "not there")
            : [`${current.name} ${current.type} `, classPart(classes.get(current.name) ?? "")],
      },
      {
        title: "On the way",
        cell: ({ steps, breaks }) => [
          ...breaks.map(({ why }) => el("p", { class: "broken" }, `✕ broken: ${why}`)),
          ...steps.map(({ what }) => el("p", {}, what)),
        ],
      },
    ],
  };
  const listing = table(shown);
  listing.update(lineage.columns);
  return listing;
};

/** Where a column comes from, hop by hop. */
export function lineageView() {
  const shown = el("div", { class: "lineage" });
  /** @type {{ all(): void } | undefined} */
  let listing;
  const labels = data.lineage.map(labelOf);
  const names = [...new Set(data.lineage.flatMap(({ columns }) => columns.map(columnName)))].toSorted();

  /**
   * @param {string} wanted
   * @param {string} columnWanted
   */
  function find(wanted, columnWanted) {
    const fits = (/** @type {PageLineage} */ each) => {
      const words = normalised(wanted).split(" ");
      const own = normalised([labelOf(each), ...each.hops.map(({ title }) => title)].join(" "));
      return words.every((word) => own.includes(word));
    };
    const columnOf = (/** @type {PageLineage} */ each) =>
      each.columns.find((column) => normalised(columnName(column)) === normalised(columnWanted));
    const exact = data.lineage.filter(
      (each) => normalised(labelOf(each)) === normalised(wanted) || normalised(each.name) === normalised(wanted),
    );
    const found = exact.length > 0 ? exact : data.lineage.filter(fits);
    const having = columnWanted === "" ? found : found.filter((each) => columnOf(each) !== undefined);
    return { chosen: having.length > 0 ? having : found, columnOf };
  }

  const form = filters(
    "lineage",
    [
      { name: "table", label: "Table", proposals: labels, hint: "loans.loan" },
      { name: "column", label: "Column", proposals: names, hint: "amount" },
    ],
    ({ table: wanted = "", column: columnWanted = "" }) => {
      const { chosen, columnOf } = find(wanted, columnWanted);
      const [lineage] = chosen;
      if (lineage === undefined) {
        shown.replaceChildren(
          el(
            "p",
            { class: "nothing" },
            "No table of a source fits. What nothing in the JSON fills is listed under Not decided.",
          ),
        );
        listing = undefined;
        return "0 tables";
      }
      const column = columnWanted === "" ? undefined : columnOf(lineage);
      const breaks = [
        ...lineage.breaks,
        ...(column === undefined ? lineage.columns.flatMap((each) => each.breaks) : column.breaks),
      ];
      const own = columnsTable(lineage);
      listing = own;
      shown.replaceChildren(
        el("h3", {}, column === undefined ? labelOf(lineage) : `${labelOf(lineage)}.${columnName(column)}`),
        breaks.length === 0
          ? el("p", { class: "fine" }, "✓ Every hop can be followed.")
          : el(
              "div",
              { class: "breaks" },
              el("p", { class: "broken" }, `✕ ${plural(breaks.length, "hop")} cannot be followed:`),
              el(
                "ul",
                {},
                breaks.map(({ why, cause }) => el("li", {}, why, because([cause]))),
              ),
            ),
        el(
          "div",
          { class: "scroll", role: "region", "aria-label": "Picture of the lineage", tabindex: 0 },
          pictureOf(lineage, column),
        ),
        hopList(lineage, column),
        own.element,
        ...(chosen.length > 1
          ? [
              el(
                "div",
                {},
                el("h3", {}, "Other tables that fit"),
                el(
                  "ul",
                  { class: "links" },
                  chosen
                    .slice(1, 40)
                    .map((each) =>
                      el(
                        "li",
                        {},
                        el(
                          "a",
                          { href: address("lineage", { table: labelOf(each), column: columnWanted }) },
                          labelOf(each),
                        ),
                      ),
                    ),
                ),
              ),
            ]
          : []),
      );
      return `${plural(chosen.length, "table")} fit${chosen.length === 1 ? "s" : ""}; shown: ${labelOf(lineage)}`;
    },
  );
  return {
    element: el(
      "div",
      {},
      heading(
        "Lineage",
        "From the column of a source database over replication, files and merge to the table that people query. Every hop says where it is written; a hop that cannot be followed says why.",
      ),
      form.element,
      shown,
    ),
    open: form.open,
    all: () => listing?.all(),
  };
}
