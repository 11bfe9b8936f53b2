/** A bank's databases: what they declare, what they commit, and where DuckDB keeps both. */
export type { Rule } from "./rule";
export { type Applied, BankSystems, type ValueOf } from "./systems";
export type * from "./types";
