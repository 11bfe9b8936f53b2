import { unpacked } from "./unpack.js";

/** @typedef {import("../data").PageData} PageData */
/** @typedef {import("../data").PageCell} PageCell */
/** @typedef {import("../data").PageTable} PageTable */
/** @typedef {import("../data").PagePrincipal} PagePrincipal */

/**
 * @param {unknown} value
 * @returns {value is import("../pack").Packed}
 */
const isPacked = (value) => typeof value === "object" && value !== null && "texts" in value;

/**
 * @param {unknown} value
 * @returns {value is PageData}
 */
const isData = (value) => typeof value === "object" && value !== null && "causes" in value;

/** @returns {PageData} */
function readData() {
  const element = document.getElementById("data");
  if (element === null) throw new Error("the page holds no data");
  /** @type {unknown} */
  const packed = JSON.parse(element.textContent ?? "");
  const written = isPacked(packed) ? unpacked(packed) : undefined;
  if (!isData(written)) throw new Error("the page holds other data");
  return written;
}

/** What the page shows, as the audit wrote it. */
export const data = readData();

const accounts = new Map(data.accounts.map((account) => [account.id, account]));

/**
 * An account by its name, where the stacks' tags give one.
 * @param {string | undefined} id
 */
export function accountName(id) {
  if (id === undefined) return "";
  const name = accounts.get(id)?.name ?? "";
  return name === "" ? id : name;
}

/** @param {number} index */
export function principalAt(index) {
  const principal = data.principals[index];
  if (principal === undefined) throw new Error(`no principal ${index}`);
  return principal;
}

/** @param {number | undefined} index */
export const tableAt = (index) => (index === undefined ? undefined : data.tables[index]);

/**
 * `database.table`, or the database, or the catalog.
 * @param {{ readonly database?: string, readonly table?: string }} cell
 */
export function objectName({ database, table }) {
  if (database === undefined) return "the catalog";
  return table === undefined ? database : `${database}.${table === "*" ? "(any undeclared table)" : table}`;
}

/** @param {PageTable} table */
export const tableName = ({ database, name }) => objectName({ database, table: name });

const CLASSIFICATION = "classification";

/** Values of the tag that classifies, most secret first; others after it. */
const ORDER = ["restricted", "confidential", "internal", "public"];

/** @param {{ readonly tags: Readonly<Record<string, string>> }} column */
export const classOf = ({ tags }) => tags[CLASSIFICATION] ?? "";

/** @param {string} value */
const rank = (value) => (ORDER.includes(value) ? ORDER.indexOf(value) : ORDER.length);

/**
 * @param {string} one
 * @param {string} other
 */
export const byClass = (one, other) => rank(one) - rank(other) || (one < other ? -1 : 1);

/** Every LF-tag in use, as `key: value`, the classifications first. */
export const TAGS = [
  ...new Set(
    data.tables.flatMap(({ columns }) =>
      columns.flatMap(({ tags }) => Object.entries(tags).map(([key, value]) => `${key}: ${value}`)),
    ),
  ),
].toSorted((one, other) => tagRank(one) - tagRank(other) || (one < other ? -1 : 1));

/** @param {string} tag */
function tagRank(tag) {
  const [key, value = ""] = tag.split(": ");
  return key === CLASSIFICATION ? rank(value) : ORDER.length + 1;
}

/**
 * @param {{ readonly tags: Readonly<Record<string, string>> }} column
 * @param {string} tag `key: value`
 */
export const hasTag = ({ tags }, tag) => Object.entries(tags).some(([key, value]) => `${key}: ${value}` === tag);

const READS = "SELECT";

/** Cells that let somebody read, by table and column. */
/** @type {Map<string, PageCell[]>} */
const readers = new Map();
for (const cell of data.cells) {
  if (cell.permission !== READS || cell.of === undefined) continue;
  for (const column of cell.columns) {
    const key = `${cell.of} ${column}`;
    const known = readers.get(key);
    if (known === undefined) readers.set(key, [cell]);
    else known.push(cell);
  }
}

/**
 * Cells that let somebody read a column.
 * @param {number} table
 * @param {number} column
 * @returns {readonly PageCell[]}
 */
export const readersOf = (table, column) => readers.get(`${table} ${column}`) ?? [];

const lineageByTable = new Map(
  data.lineage.flatMap(({ of, files }, index) =>
    [...files, ...(of === undefined ? [] : [of])].map((table) => [table, index]),
  ),
);

/**
 * Position of the lineage that a table is part of.
 * @param {number} table
 * @returns {number | undefined}
 */
export const lineageOf = (table) => lineageByTable.get(table);
