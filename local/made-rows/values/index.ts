/** What columns may hold: an engine's types, each with values that are hard to carry. */
import type { BankEngine } from "../../source-systems";
import { MYSQL_VALUES } from "./mysql";
import { POSTGRESQL_VALUES } from "./postgresql";
import type { Room, Values } from "./types";

export type { Room, Values } from "./types";

const RULES = { mysql: MYSQL_VALUES, postgresql: POSTGRESQL_VALUES } as const;

/** What a column of a type holds; nothing when no value of it is made (see `LEFT_OUT`). */
export function valuesOf(engine: BankEngine, type: string, room: Room): Values | undefined {
  // Blanks inside of labels count.
  const spelled = type.includes("'") ? type.trim() : type.trim().replaceAll(/\s+/g, " ");
  for (const { spelling, values } of RULES[engine]) {
    const parts = spelling.exec(spelled);
    if (parts !== null) return values(parts.slice(1), room);
  }
  return undefined;
}
