import { accountName, byClass, classOf, data, principalAt, tableAt, tableName } from "./data.js";
import { badge, breakable, el, list, plural } from "./dom.js";
import { address } from "./route.js";

/** @typedef {import("../data").PageCell} PageCell */
/** @typedef {import("./dom.js").Child} Child */

/** @type {Readonly<Record<string, string>>} */
const KINDS = {
  role: "role",
  user: "user",
  account: "whole account",
  service: "AWS service",
  organization: "organization",
  federated: "federated",
  everyone: "anybody",
  "iam-allowed-principals": "everybody whom IAM lets",
  unknown: "unknown",
};

/** @param {number} index */
export function principalName(index) {
  const { kind, name, account } = principalAt(index);
  return kind === "account" ? `all of ${accountName(account ?? name)}` : name;
}

/**
 * Services that alone may become a role: it is no person's.
 * @param {number} index
 */
function servicesOf(index) {
  const becoming = principalAt(index).assumedBy.map(({ principal }) => principal);
  return becoming.every((each) => each.endsWith(".amazonaws.com")) ? [...new Set(becoming)] : [];
}

/**
 * What kind of principal it is, and of which account.
 * @param {number} index
 */
export function principalKind(index) {
  const { kind, account, declared, id } = principalAt(index);
  const services = servicesOf(index);
  return [
    kind === "account" ? `account ${id}, handed on by its administrators` : (KINDS[kind] ?? kind),
    services.length > 0 && `of ${services.join(" and ")}`,
    kind !== "account" && account !== undefined && `in ${accountName(account)}`,
    kind === "role" && !declared && "(made outside of these stacks)",
  ]
    .filter((part) => part !== false)
    .join(" ");
}

/**
 * Whether it is a whole account: its administrators may hand on what it has, and nobody reads by it alone.
 * @param {number} index
 */
export const isAccount = (index) => principalAt(index).kind === "account";

/**
 * Texts by which a person is found.
 * @param {number} index
 */
export function principalTexts(index) {
  const { id, name, kind, account } = principalAt(index);
  return [
    principalName(index),
    name,
    id,
    KINDS[kind] ?? kind,
    account ?? "",
    accountName(account),
    ...servicesOf(index),
  ];
}

/**
 * Who somebody is: name, kind and account.
 * @param {number} index
 */
export function principalPart(index) {
  const name = principalName(index);
  return [
    el(
      "a",
      { href: address("people", { q: name }), class: "strong", title: principalAt(index).id },
      ...breakable(name),
    ),
    el("span", { class: "quiet" }, principalKind(index)),
  ];
}

/**
 * Columns by classification, the most secret first.
 * @param {number} of table
 * @param {readonly number[]} columns
 */
export function columnsPart(of, columns) {
  const table = tableAt(of);
  if (table === undefined) return [];
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const index of columns) {
    const column = table.columns[index];
    if (column === undefined) continue;
    const value = classOf(column);
    groups.set(value, [...(groups.get(value) ?? []), column.name]);
  }
  return [...groups]
    .toSorted(([one], [other]) => byClass(one, other))
    .map(([value, names]) =>
      el(
        "div",
        { class: "group" },
        value !== "" && classPart(value),
        " ",
        el("span", { class: "names" }, names.join(", ")),
      ),
    );
}

/** @param {string} value */
export const classPart = (value) => (value === "" ? "" : badge(`class-${value}`, value));

/**
 * Columns of a table that a cell does not show.
 * @param {PageCell} cell
 */
export function hiddenColumns(cell) {
  const shown = new Set(cell.columns);
  return (tableAt(cell.of)?.columns ?? []).flatMap(({ name }, index) => (shown.has(index) ? [] : [name]));
}

/** @param {{ readonly rows: readonly string[] }} cell */
export const rowsPart = ({ rows }) =>
  rows.length === 0 ? "all rows" : rows.flatMap((row, index) => [index > 0 ? " or " : "", el("code", {}, row)]);

/**
 * @param {{ readonly decision: string, readonly reasons: readonly string[] }} cell
 */
export const decisionPart = ({ decision, reasons }) => [
  badge(decision, decision === "allowed" ? "allowed" : "not decided"),
  reasons.length > 0 && el("span", { class: "quiet" }, reasons.join("; ")),
];

const LISTED = 2;

/**
 * Short things, or their number to be opened.
 * @param {readonly Child[]} items
 * @param {string} one
 * @param {string} none
 */
export function someOf(items, one, none) {
  if (items.length === 0) return el("span", { class: "quiet" }, none);
  return items.length <= LISTED
    ? list(items)
    : el("details", {}, el("summary", {}, plural(items.length, one)), list(items));
}

const keyNames = new Map(data.keys.map(({ key, name }) => [key, name]));

/**
 * Name of a key, where the JSON gives it one.
 * @param {string} arn
 */
export const keyName = (arn) => keyNames.get(arn) ?? readable(arn);

/**
 * A text of a policy with names instead of what AWS will choose.
 * @param {string} text
 */
export function readable(text) {
  if (!text.includes("⟨")) return text;
  let named = text;
  for (const [arn, name] of keyNames) named = named.replaceAll(arn, name);
  return named.replaceAll("⟨", "<").replaceAll("⟩", ">");
}

/** @param {readonly string[]} conditions */
export const conditionsPart = (conditions) =>
  someOf(
    conditions.map((each) => el("code", {}, readable(each))),
    "condition",
    "none",
  );

/** @param {readonly string[]} tables `account.database.table` */
export const tablesPart = (tables) =>
  someOf(
    tables.map((each) => each.replace(/^\d{12}/, (account) => accountName(account)).replace(".", " ")),
    "table",
    "none",
  );

/** @param {number | undefined} of */
export function tablePart(of) {
  const table = tableAt(of);
  if (table === undefined) return [];
  const name = tableName(table);
  return [
    el("a", { href: address("columns", { table: name }), class: "strong" }, ...breakable(name)),
    el("span", { class: "quiet" }, `catalog of ${accountName(table.catalog)}`),
  ];
}

/**
 * Head of a view.
 * @param {string} title
 * @param {string} explanation
 */
export const heading = (title, explanation) =>
  el("div", { class: "heading" }, el("h2", { tabindex: -1 }, title), el("p", {}, explanation));
