import { accountName, byClass, classOf, data, lineageOf, tableName } from "./data.js";
import { badge, el, plural } from "./dom.js";
import { heading, principalName, readable } from "./parts.js";
import { address } from "./route.js";
import { table } from "./table.js";
import { stateOf } from "./view-controls.js";
import { OPEN } from "./view-open.js";
import { because } from "./why.js";

/** @typedef {PageDataFindings[number]} Finding */
/** @typedef {import("../data").PageData["findings"]} PageDataFindings */

const SEVERITIES = ["critical", "high", "medium", "low", "info"];

/** A column that the questions take as example: one that people query, as secret as there is. */
function exampleColumn() {
  const queried = new Set(data.lineage.map(({ of }) => of));
  const columns = data.tables
    .flatMap((each, of) => (queried.has(of) ? each.columns.map((column) => ({ table: each, column, of })) : []))
    .toSorted((one, other) => byClass(classOf(one.column), classOf(other.column)));
  return columns.find(({ column }) => /birth|name|iban/.test(column.name)) ?? columns[0];
}

/** @returns {readonly (readonly [string, string])[]} */
function questions() {
  const example = exampleColumn();
  // Permissions of roles for people come first.
  const cell = data.cells.find(({ permission, of }) => permission === "SELECT" && of !== undefined);
  const filtered = data.cells.find(({ rows }) => rows.length > 0);
  const bucket = (data.buckets.find(({ tables, key }) => tables.length > 0 && key !== undefined) ?? data.buckets[0])
    ?.bucket;
  const column = example === undefined ? undefined : `${tableName(example.table)}.${example.column.name}`;
  const secret = example === undefined ? "" : classOf(example.column);
  const lineage = example === undefined ? undefined : data.lineage[lineageOf(example.of) ?? -1];
  return [
    [`Who can read ${column ?? "a column"}?`, address("columns", { q: column ?? "" })],
    [
      `What can ${cell === undefined ? "a team" : principalName(cell.principal)} read?`,
      address("access", { person: cell === undefined ? "" : principalName(cell.principal) }),
    ],
    [
      `Which columns are ${secret === "" ? "classified" : secret}, and who sees them?`,
      address("columns", { tag: secret === "" ? "" : `classification: ${secret}` }),
    ],
    [
      `Which rows does ${filtered === undefined ? "a team" : principalName(filtered.principal)} see?`,
      address("access", { person: filtered === undefined ? "" : principalName(filtered.principal) }),
    ],
    ["Who reaches files or keys without Lake Formation?", address("direct")],
    [`Which key protects ${bucket ?? "a bucket"}, and who may use it?`, address("direct", { q: bucket ?? "" })],
    ["Which controls fail or are waived, until when, and who owns that?", address("controls")],
    [
      `Where does ${column ?? "a column"} come from?`,
      address("lineage", {
        table: lineage === undefined ? "" : `${accountName(lineage.account)} ${lineage.name}`,
        column: example?.column.name ?? "",
      }),
    ],
    ["Which accounts are there, and what flows between them?", address("accounts")],
    ["What could not be decided?", address("open")],
  ];
}

/**
 * @param {string} view
 * @param {number} count
 * @param {string} name
 * @param {string} [note]
 */
const figure = (view, count, name, note) =>
  el(
    "a",
    { class: "figure", href: address(view) },
    el("span", { class: "number" }, count.toLocaleString("en")),
    el("span", {}, name),
    note !== undefined && el("span", { class: "quiet" }, note),
  );

/** Figures, questions and what was found. */
export function overviewView() {
  const states = data.controls.map(stateOf);
  const failing = states.filter((state) => state === "fail").length;
  const reading = data.cells.filter(({ permission }) => permission === "SELECT");
  /** @type {import("./table.js").Listing<Finding>} */
  const findingRows = {
    caption: "What should not be so",
    empty: "✓ The audit of permissions found nothing that should not be so.",
    name: ({ sentence }) => sentence,
    explain: ({ causes }) => because(causes),
    columns: [
      {
        title: "What",
        isHeader: true,
        cell: ({ sentence, subject }) => [
          el("div", {}, readable(sentence)),
          el("span", { class: "quiet" }, readable(subject)),
        ],
        order: ({ sentence }) => sentence,
      },
      {
        title: "Severity",
        cell: ({ severity }) => badge(`severity-${severity}`, severity),
        order: ({ severity }) => SEVERITIES.indexOf(severity),
      },
      { title: "What to do", cell: ({ remedy }) => remedy },
    ],
  };
  const findings = table(findingRows);
  findings.update(
    data.findings.toSorted((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity)),
  );
  return {
    element: el(
      "div",
      {},
      heading(
        "Overview",
        `Computed from ${plural(data.resources, "resource")} in ${plural(data.stacks, "stack")} of generated Terraform JSON, and from nothing else. What the JSON leaves open is shown as not decided, never as "no".`,
      ),
      el(
        "div",
        { class: "figures" },
        figure("accounts", data.accounts.length, "accounts"),
        figure(
          "columns",
          data.tables.length,
          "tables",
          plural(
            data.tables.reduce((sum, { columns }) => sum + columns.length, 0),
            "column",
          ),
        ),
        figure(
          "access",
          new Set(reading.map(({ principal }) => principal)).size,
          "principals read",
          `${reading.length.toLocaleString("en")} permissions`,
        ),
        figure("direct", data.buckets.length + data.keys.length, "ways past Lake Formation"),
        figure(
          "controls",
          failing,
          "controls fail",
          `of ${data.controls.length}; ${plural(data.waivers.length, "waiver")}`,
        ),
        figure("open", OPEN, "not decided"),
      ),
      el("h3", {}, "Ten questions"),
      el(
        "ol",
        { class: "questions" },
        questions().map(([question, href]) => el("li", {}, el("a", { href }, question))),
      ),
      el("h3", {}, "Findings"),
      findings.element,
    ),
    open: () => undefined,
    all: findings.all,
  };
}
