import { accountName, classOf, data, hasTag, lineageOf, readersOf, TAGS, tableName } from "./data.js";
import { badge, breakable, el, plural } from "./dom.js";
import { filters } from "./filters.js";
import { classPart, heading, isAccount, principalKind, principalName, principalTexts } from "./parts.js";
import { address } from "./route.js";
import { chooser, matches } from "./search.js";
import { table } from "./table.js";
import { because } from "./why.js";

/** @typedef {{ readonly of: number, readonly index: number, readonly table: import("../data").PageTable, readonly column: import("../data").PageColumn }} Row */

const queried = new Set(data.lineage.flatMap(({ of }) => (of === undefined ? [] : [of])));

/**
 * Columns of tables that people query before those over the files.
 * @type {readonly Row[]}
 */
const ROWS = data.tables
  .flatMap((each, of) => each.columns.map((column, index) => ({ of, index, table: each, column })))
  .toSorted((one, other) => Number(queried.has(other.of)) - Number(queried.has(one.of)));

/** @param {Row} row */
const name = (row) => `${tableName(row.table)}.${row.column.name}`;

/** @param {Row} row */
const readers = (row) => [...new Set(readersOf(row.of, row.index).map(({ principal }) => principal))];

/**
 * Somebody who reads a column, by these permissions.
 * @param {Row} row
 * @param {number} principal
 */
function readerPart({ of, index, table: { database, name: tableOf } }, principal) {
  const cells = readersOf(of, index).filter((cell) => cell.principal === principal);
  const conditions = cells.some(({ rows }) => rows.length === 0) ? [] : cells.flatMap(({ rows }) => rows);
  return el(
    "div",
    { class: "reader" },
    el(
      "a",
      { href: address("access", { person: principalName(principal), table: `${database}.${tableOf}` }) },
      ...breakable(principalName(principal)),
    ),
    el("span", { class: "quiet" }, ` ${principalKind(principal)}`),
    conditions.length > 0 && el("span", { class: "quiet" }, " where ", el("code", {}, conditions.join(" or "))),
    cells.every(({ decision }) => decision === "undecided") && badge("undecided", "not decided"),
  );
}

/** @param {Row} row */
function readersCell(row) {
  const all = readers(row);
  const accounts = all.filter(isAccount);
  const people = all.filter((principal) => !isAccount(principal));
  return [
    ...(people.length === 0
      ? [el("span", { class: "nobody" }, "nobody")]
      : people.map((principal) => readerPart(row, principal))),
    accounts.length > 0 &&
      el(
        "span",
        { class: "quiet" },
        `may be handed on in ${accounts.map((index) => accountName(data.principals[index]?.account)).join(", ")}`,
      ),
  ];
}

/** @param {Row} row */
function originCell(row) {
  const index = lineageOf(row.of);
  const lineage = index === undefined ? undefined : data.lineage[index];
  const column = lineage?.columns.find(
    ({ changes, current }) => (lineage.of === row.of ? current : changes)?.name === row.column.name,
  );
  if (lineage === undefined || column === undefined) return el("span", { class: "quiet" }, "not followed");
  const text = column.source === undefined ? "the replication" : `${lineage.name}.${column.source.name}`;
  return el(
    "a",
    { href: address("lineage", { table: `${accountName(lineage.account)} ${lineage.name}`, column: row.column.name }) },
    text,
  );
}

/** Every column of the lake and who reads it. */
export function columnsView() {
  /** @type {import("./table.js").Listing<Row>} */
  const shown = {
    caption: "Columns and who may read them",
    empty: "No such column in the lake. It may be one that replication drops: search for it under Lineage.",
    name,
    explain: (row) =>
      because([...row.table.causes, ...new Set(readersOf(row.of, row.index).flatMap(({ causes }) => causes))]),
    columns: [
      {
        title: "Column",
        isHeader: true,
        order: name,
        cell: (row) => [
          el("span", { class: "strong" }, row.column.name),
          el(
            "span",
            { class: "quiet" },
            `${tableName(row.table)}, ${row.column.type || "type unknown"}, in ${accountName(row.table.catalog)}`,
          ),
        ],
      },
      {
        title: "Classification",
        cell: ({ column }) => classPart(classOf(column)),
        order: ({ column }) => classOf(column),
      },
      { title: "What it is", cell: ({ column }) => column.comment.replace(/^\[\w+\] /, "") },
      {
        title: "Who reads it",
        cell: readersCell,
        order: (row) => readers(row).filter((principal) => !isAccount(principal)).length,
      },
      { title: "Comes from", cell: originCell },
    ],
  };
  const listing = table(shown);
  const form = filters(
    "columns",
    [
      { name: "q", label: "Search", hint: "birth date, loan amount" },
      { name: "table", label: "Table", proposals: data.tables.map(tableName).toSorted() },
      { name: "tag", label: "Classification or tag", options: TAGS },
      { name: "person", label: "Person or account", hint: "only what they read" },
    ],
    ({ q = "", table: of = "", tag = "", person = "" }) => {
      const isTable = chooser(of, data.tables.map(tableName));
      const isPerson = chooser(
        person,
        data.principals.map((_, principal) => principalName(principal)),
      );
      const found = ROWS.filter(
        (row) =>
          isTable(tableName(row.table)) &&
          (tag === "" || hasTag(row.column, tag)) &&
          (person === "" ||
            readers(row).some((principal) => isPerson(principalName(principal), principalTexts(principal)))) &&
          matches(q, [
            name(row),
            row.column.comment,
            accountName(row.table.catalog),
            ...Object.values(row.column.tags),
          ]),
      );
      listing.update(found);
      const unread = found.filter((row) => readers(row).every(isAccount)).length;
      return `${plural(found.length, "column")}; somebody reads ${found.length - unread}, nobody reads ${unread}`;
    },
  );
  return {
    element: el(
      "div",
      {},
      heading(
        "Columns",
        "Every column of the catalog, how it is classified, who may read it by Lake Formation and where it comes from.",
      ),
      form.element,
      listing.element,
    ),
    open: form.open,
    all: listing.all,
  };
}
