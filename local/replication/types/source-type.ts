import type { BankEngine } from "../../source-systems/types";
import type { DmsType } from "./dms-type";
import { MYSQL } from "./mysql";
import { POSTGRESQL } from "./postgresql";

const TABLES = { mysql: MYSQL, postgresql: POSTGRESQL } as const;

/** What DMS reads a column as that its database declares so. */
export function dmsTypeOf(engine: BankEngine, declared: string): DmsType | { readonly refused: string } {
  const spelled = declared.trim().replaceAll(/\s+/g, " ");
  for (const { spelling, reads } of TABLES[engine]) {
    const parts = spelling.exec(spelled);
    if (parts !== null) return reads(parts);
  }
  return { refused: "its type is not imitated" };
}
