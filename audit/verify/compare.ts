import { OTHER_TABLES } from "../lake-formation/catalog";
import type { AccessMatrix } from "../matrix/types";
import type { Cause } from "../types";
import { statements } from "./statements";

/** Something that one side says and the other does not. */
export interface Difference {
  /** Who says it. */
  readonly said: "json" | "accounts";
  readonly sentence: string;
  readonly causes: readonly Cause[];
}

/**
 * Compares what the JSON says with what live accounts say, both ways. What one side leaves open is no difference, and
 * neither are trust policies of roles that no stack makes.
 */
export function compareMatrices(json: AccessMatrix, live: AccessMatrix): readonly Difference[] {
  const declared = new Set(json.tables.map(({ catalog, database, name }) => [catalog, database, name].join(".")));
  // Tables that a crawler has made since are the ones that the JSON calls "other tables".
  const toTable = (catalog: string, database: string, table: string): string =>
    declared.has([catalog, database, table].join(".")) ? table : OTHER_TABLES;
  const written = statements(json, toTable);
  const reported = statements(live, toTable);
  const made = new Set(json.principals.flatMap(({ id, declared: ours }) => (ours ? [`trust ${id}`] : [])));
  const missing = [...written.said.values()].filter(
    ({ sentence, subject }) =>
      !reported.said.has(sentence) && !reported.open.has(subject) && !subject.endsWith(`.${OTHER_TABLES}`),
  );
  const added = [...reported.said.values()].filter(
    ({ sentence, subject }) =>
      !written.said.has(sentence) && !written.open.has(subject) && (!subject.startsWith("trust ") || made.has(subject)),
  );
  return [
    ...missing.map(({ sentence, causes }): Difference => ({ said: "json", sentence, causes })),
    ...added.map(({ sentence, causes }): Difference => ({ said: "accounts", sentence, causes })),
  ].toSorted((one, other) => (one.sentence < other.sentence ? -1 : 1));
}
