import type { DuckDBConnection } from "@duckdb/node-api";
import { isBlock } from "../../audit/output/json";
import type { Block } from "../../audit/output/types";
import { ask } from "../engine/rows";

/** A table that a query names, as it is written. */
export interface TableReference {
  /** Catalog and database are empty when the query leaves them out. */
  readonly catalog: string;
  readonly database: string;
  readonly table: string;
  /** Index of the first character in the query. */
  readonly at: number;
}

/** A name in the place of a table that is none, such as a function, or whatever else the engine would read from. */
export interface OtherReference {
  readonly name: string;
  readonly at: number;
}

/** What a query refers to. */
export interface References {
  readonly tables: readonly TableReference[];
  readonly others: readonly OtherReference[];
  /** Columns as written, with the names that qualify them. */
  readonly columns: readonly { readonly names: readonly string[]; readonly at: number }[];
}

export type Parsed = References | { readonly error: string };

/**
 * Reads what a query refers to, from the engine's own syntax tree: names of common table expressions are no tables.
 * https://duckdb.org/docs/stable/sql/query_syntax/select and `json_serialize_sql`
 */
export async function parse(connection: DuckDBConnection, sql: string): Promise<Parsed> {
  const [[tree] = []] = (await ask(connection, "SELECT json_serialize_sql($1::VARCHAR)", [sql])).rows;
  const answer: unknown = JSON.parse(tree ?? "null");
  if (!isBlock(answer)) return { error: "SYNTAX_ERROR: nothing was read" };
  if (answer["error"] === true) return { error: refusal(answer, sql) };
  const { statements } = answer;
  if (!Array.isArray(statements) || statements.length !== 1) return { error: "Only one sql statement is allowed." };
  const found = new Collector(sql);
  found.visit(statements[0], new Set());
  return found;
}

function refusal(answer: Block, sql: string): string {
  const message = String(answer["error_message"]);
  if (answer["error_type"] !== "parser") return "NOT_SUPPORTED: only SELECT is asked as a role";
  return `SYNTAX_ERROR: ${position(sql, Number(answer["position"] ?? 0))}: ${message}`;
}

/** Where something stands, in Trino's words: both numbers begin with one. */
export function position(sql: string, at: number): string {
  const before = sql.slice(0, at).split("\n");
  return `line ${before.length}:${(before.at(-1) ?? "").length + 1}`;
}

/** Table functions that read nothing but their arguments. */
const HARMLESS = new Set(["unnest"]);

/** Kinds of table references that hold others, or nothing. */
const TRANSPARENT = new Set(["CROSS_PRODUCT", "EMPTY", "EXPRESSION_LIST", "JOIN", "SUBQUERY"]);

class Collector implements References {
  public readonly tables: TableReference[] = [];
  public readonly others: OtherReference[] = [];
  public readonly columns: { readonly names: readonly string[]; readonly at: number }[] = [];
  readonly #bytes: Buffer;

  public constructor(sql: string) {
    this.#bytes = Buffer.from(sql);
  }

  /** @param known names of common table expressions that can be seen here */
  public visit(node: unknown, known: ReadonlySet<string>): void {
    if (Array.isArray(node)) for (const each of node) this.visit(each, known);
    if (!isBlock(node)) return;
    this.#refer(node, known);
    const inside = this.#expressions(node, known);
    for (const [key, value] of Object.entries(node)) if (key !== "cte_map") this.visit(value, inside);
  }

  /** Each common table expression sees those before it, and itself only when it is recursive. */
  #expressions(node: Block, known: ReadonlySet<string>): ReadonlySet<string> {
    const { cte_map: map, type, cte_name: own } = node;
    const entries = isBlock(map) && Array.isArray(map["map"]) ? map["map"].filter(isBlock) : [];
    const seen = new Set(known);
    if (type === "RECURSIVE_CTE_NODE" && typeof own === "string") seen.add(own.toLowerCase());
    for (const { key, value } of entries) {
      this.visit(value, new Set(seen));
      seen.add(String(key).toLowerCase());
    }
    return seen;
  }

  #refer(node: Block, known: ReadonlySet<string>): void {
    const { class: kind, type, query_location: location } = node;
    const at = this.#index(location);
    if (kind === "COLUMN_REF" && Array.isArray(node["column_names"])) {
      this.columns.push({ names: node["column_names"].map(String), at });
    } else if (kind === "FUNCTION" && node["catalog"] !== "") {
      this.others.push({ name: String(node["function_name"]), at });
    } else if (kind === undefined && "sample" in node && "alias" in node && typeof type === "string") {
      this.#from(node, type, at, known);
    }
  }

  #from(node: Block, type: string, at: number, known: ReadonlySet<string>): void {
    if (type === "BASE_TABLE") {
      const [catalog, database, table] = [node["catalog_name"], node["schema_name"], node["table_name"]].map(String);
      if (catalog === undefined || database === undefined || table === undefined) return;
      if (catalog === "" && database === "" && known.has(table.toLowerCase())) return;
      this.tables.push({ catalog, database, table, at });
    } else if (type === "TABLE_FUNCTION") {
      const name = isBlock(node["function"]) ? String(node["function"]["function_name"]) : "";
      if (!HARMLESS.has(name)) this.others.push({ name, at });
    } else if (!TRANSPARENT.has(type)) {
      this.others.push({ name: type.toLowerCase(), at });
    }
  }

  /** The engine counts bytes of UTF-8, and says the greatest number of 64 bits where it does not know. */
  #index(location: unknown): number {
    const bytes = typeof location === "number" && location <= this.#bytes.length ? location : 0;
    return this.#bytes.subarray(0, bytes).toString().length;
  }
}
