import { accountName, data, hasTag, objectName, TAGS, tableAt, tableName } from "./data.js";
import { el, plural } from "./dom.js";
import { filters } from "./filters.js";
import {
  columnsPart,
  decisionPart,
  heading,
  hiddenColumns,
  principalName,
  principalPart,
  principalTexts,
  rowsPart,
  tablePart,
} from "./parts.js";
import { chooser, matches } from "./search.js";
import { table } from "./table.js";
import { because } from "./why.js";

/** @typedef {import("../data").PageCell} PageCell */

const PERMISSIONS = [...new Set(data.cells.map(({ permission }) => permission))].toSorted();
const READS = "SELECT";
const PEOPLE = [...new Set(data.principals.map((_, index) => principalName(index)))].toSorted();

/** @param {PageCell} cell */
const columnNames = (cell) => cell.columns.map((index) => tableAt(cell.of)?.columns[index]?.name ?? "");

/** @param {PageCell} cell */
function columnsCell(cell) {
  const all = tableAt(cell.of)?.columns.length ?? 0;
  if (cell.of === undefined || all === 0) return el("span", { class: "quiet" }, "not known");
  const hidden = hiddenColumns(cell);
  return [
    el("span", { class: "quiet" }, `${cell.columns.length} of ${plural(all, "column")}`),
    ...columnsPart(cell.of, cell.columns),
    hidden.length > 0 &&
      el("div", { class: "hidden-columns" }, el("span", { class: "quiet" }, "not: "), hidden.join(", ")),
  ];
}

/** Who may do what with which table: one row is one permission of somebody. */
export function accessView() {
  /** @type {import("./table.js").Listing<PageCell>} */
  const shown = {
    caption: "Permissions by Lake Formation",
    empty:
      "Nobody has such a permission, as far as the JSON decides. See also what bypasses Lake Formation, and what is not decided.",
    name: (cell) => `${principalName(cell.principal)} on ${objectName(cell)}`,
    explain: (cell) => because(cell.causes),
    columns: [
      {
        title: "Who",
        cell: ({ principal }) => principalPart(principal),
        order: ({ principal }) => principalName(principal),
        isHeader: true,
      },
      {
        title: "Table",
        cell: (cell) => (cell.of === undefined ? objectName(cell) : tablePart(cell.of)),
        order: objectName,
      },
      { title: "Columns", cell: columnsCell, order: ({ columns }) => columns.length },
      { title: "Rows", cell: rowsPart, order: ({ rows }) => rows.join(" ") },
      {
        title: "May",
        cell: (cell) => [
          el("span", { class: "strong" }, cell.permission),
          cell.grantable && el("span", { class: "quiet" }, "and hand it on"),
          ...decisionPart(cell),
        ],
        order: ({ permission }) => permission,
      },
    ],
  };
  const listing = table(shown);
  const form = filters(
    "access",
    [
      { name: "q", label: "Search", hint: "birth date, loans amount, analysts" },
      {
        name: "person",
        label: "Person or account",
        proposals: PEOPLE,
      },
      { name: "table", label: "Table", proposals: [...new Set(data.tables.map(tableName))].toSorted() },
      { name: "tag", label: "Classification or tag", options: TAGS },
      { name: "may", label: "Permission", options: PERMISSIONS, otherwise: READS },
    ],
    ({ q = "", person = "", table: name = "", tag = "", may = READS }) => {
      const isPerson = chooser(person, PEOPLE);
      const isTable = chooser(name, data.tables.map(tableName));
      const found = data.cells.filter(
        (cell) =>
          (may === "all" || cell.permission === may) &&
          isPerson(principalName(cell.principal), principalTexts(cell.principal)) &&
          isTable(objectName(cell)) &&
          (tag === "" || cell.columns.some((index) => hasColumnTag(cell, index, tag))) &&
          matches(q, [
            ...principalTexts(cell.principal),
            objectName(cell),
            ...columnNames(cell),
            ...cell.rows,
            cell.permission,
          ]),
      );
      listing.update(found);
      const people = new Set(found.map(({ principal }) => principal)).size;
      const accounts = new Set(found.map(({ principal }) => accountName(data.principals[principal]?.account))).size;
      return `${plural(found.length, "permission")} of ${plural(people, "principal")} in ${plural(accounts, "account")}`;
    },
  );
  return {
    element: el(
      "div",
      {},
      heading(
        "Access",
        "Who may do what, by Lake Formation: what the owner grants, what the account hands on, tags, row filters, links. No row means no permission.",
      ),
      form.element,
      listing.element,
    ),
    open: form.open,
    all: listing.all,
  };
}

/**
 * @param {PageCell} cell
 * @param {number} index
 * @param {string} tag
 */
function hasColumnTag(cell, index, tag) {
  const column = tableAt(cell.of)?.columns[index];
  return column !== undefined && hasTag(column, tag);
}
