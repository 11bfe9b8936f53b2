import { el, newId } from "./dom.js";

const PAGE = 50;
/** Rows that are printed; more would be a book. */
export const PRINTED = 1000;

/** @typedef {import("./dom.js").Child} Child */

/**
 * @template Row
 * @typedef {object} Column
 * @property {string} title
 * @property {(row: Row) => Child | readonly Child[]} cell
 * @property {(row: Row) => string | number} [order] makes the column one to sort by
 * @property {boolean} [isHeader] names the row
 */

/**
 * @template Row
 * @typedef {object} Listing
 * @property {string} caption
 * @property {readonly Column<Row>[]} columns
 * @property {(row: Row) => Child | readonly Child[]} [explain] what a row shows when it is asked why
 * @property {(row: Row) => string} [name] names a row for the button that asks why
 * @property {string} empty what it means that there are no rows
 */

/**
 * A table that shows some rows at a time, sorts, and explains its rows.
 * @template Row
 * @param {Listing<Row>} listing
 */
export function table({ caption, columns, explain, name, empty }) {
  /** @type {readonly Row[]} */
  let rows = [];
  let shown = PAGE;
  /** @type {{ readonly column: Column<Row>, readonly direction: 1 | -1 } | undefined} */
  let sorting;

  const body = el("tbody", { role: "rowgroup" });
  const nothing = el("p", { class: "nothing" }, empty);
  const more = el("button", { type: "button", class: "more", click: () => show(shown + PAGE, true) });
  const cut = el("p", { class: "cut" });
  const headers = columns.map((column) =>
    el("th", { scope: "col", role: "columnheader" }, column.order === undefined ? column.title : sorter(column)),
  );
  const grid = el(
    "table",
    { role: "table" },
    el("caption", {}, caption),
    el(
      "thead",
      { role: "rowgroup" },
      el(
        "tr",
        { role: "row" },
        headers,
        explain && el("th", { scope: "col", role: "columnheader", class: "ask" }, "Why"),
      ),
    ),
    body,
  );

  /** @param {Column<Row>} column */
  function sorter(column) {
    return el("button", { type: "button", class: "sort", click: () => sortBy(column) }, column.title);
  }

  /** @param {Column<Row>} column */
  function sortBy(column) {
    sorting = { column, direction: sorting?.column === column && sorting.direction === 1 ? -1 : 1 };
    for (const [index, header] of headers.entries()) {
      if (columns[index] === column)
        header.setAttribute("aria-sort", sorting.direction === 1 ? "ascending" : "descending");
      else header.removeAttribute("aria-sort");
    }
    show(PAGE, false);
  }

  function sorted() {
    if (sorting === undefined) return rows;
    const { column, direction } = sorting;
    const order = column.order ?? (() => 0);
    return rows.toSorted((one, other) => {
      const [first, second] = [order(one), order(other)];
      return first === second ? 0 : first < second ? -direction : direction;
    });
  }

  /**
   * @param {number} count
   * @param {boolean} moveFocus to the first new row, since the button may be gone
   */
  function show(count, moveFocus) {
    const before = shown;
    shown = count;
    body.replaceChildren(...sorted().slice(0, shown).flatMap(rowOf));
    const rest = rows.length - shown;
    more.hidden = rest <= 0;
    more.textContent = `Show ${Math.min(PAGE, rest)} more of ${rest}`;
    grid.hidden = rows.length === 0;
    nothing.hidden = rows.length > 0;
    cut.textContent = rest > 0 ? `${rest} more rows are not shown: narrow the search, or take the CSV.` : "";
    if (moveFocus) {
      const next = body.querySelectorAll("tr[data-row]")[before]?.querySelector("th, td");
      if (next instanceof HTMLElement) {
        next.tabIndex = -1;
        next.focus();
      }
    }
  }

  /** @param {Row} row */
  function rowOf(row) {
    const cells = columns.map(({ title, cell, isHeader }) => {
      const content = el("div", { class: "cell" }, cell(row));
      return isHeader
        ? el("th", { scope: "row", role: "rowheader", "data-title": title }, content)
        : el("td", { role: "cell", "data-title": title }, content);
    });
    if (explain === undefined) return [el("tr", { role: "row", "data-row": true }, cells)];
    const id = newId();
    const reasons = el("td", { role: "cell", colspan: columns.length + 1 });
    const details = el("tr", { role: "row", class: "reasons", id, hidden: true }, reasons);
    const button = el(
      "button",
      {
        type: "button",
        class: "why",
        "aria-expanded": "false",
        "aria-controls": id,
        "aria-label": `Why: ${name?.(row) ?? caption}`,
        click: () => {
          if (reasons.childElementCount === 0) reasons.append(el("div", {}, explain(row)));
          details.hidden = !details.hidden;
          button.setAttribute("aria-expanded", String(!details.hidden));
        },
      },
      "Why?",
    );
    return [
      el("tr", { role: "row", "data-row": true }, cells, el("td", { role: "cell", class: "ask" }, button)),
      details,
    ];
  }

  return {
    element: el("div", { class: "listing" }, nothing, grid, more, cut),
    /** @param {readonly Row[]} given */
    update: (given) => {
      rows = given;
      show(PAGE, false);
    },
    /** Renders what is to be printed. */
    all: () => {
      show(Math.min(rows.length, PRINTED), false);
    },
  };
}
