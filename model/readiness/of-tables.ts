import type { ReadinessControlId } from "../contract/readiness-controls";
import type { Source, TableContract } from "../landscape/types";
import { type WaivableControl, waiverOf } from "../landscape/waivers";
import type { ReadinessQuestion } from "./types";

/** Characters of a statement, well below the 65,536 of the Data API. */
const LONGEST = 60_000;

/** A question about some tables; its answers name them. */
export type AskOf = (tables: readonly TableContract[]) => ReadinessQuestion;

/**
 * A question about all tables of a source, as few statements as their length allows. A table whose contract has a waiver of
 * the control is asked by itself, so that its answers alone are accepted.
 */
export function ofTables(
  control: ReadinessControlId,
  tables: readonly TableContract[],
  ask: AskOf,
): readonly ReadinessQuestion[] {
  const waived = tables.flatMap((table) =>
    (table.waivers ?? [])
      .filter((waiver) => waiver.control === control)
      .map((waiver) => ({ ...ask([table]), waiver: { subject: `${table.schema}.${table.name}`, ...waiver } })),
  );
  const others = tables.filter(({ waivers = [] }) => !waivers.some((waiver) => waiver.control === control));
  return [...inParts(others, ask), ...waived];
}

/** One question, or one for each half as long as it is too long. */
export function inParts(tables: readonly TableContract[], ask: AskOf): readonly ReadinessQuestion[] {
  if (tables.length === 0) return [];
  const question = ask(tables);
  if (tables.length === 1 || question.sql.length <= LONGEST) return [question];
  const half = Math.ceil(tables.length / 2);
  return [...inParts(tables.slice(0, half), ask), ...inParts(tables.slice(half), ask)];
}

/** A question about the server, whose answers the source's own waiver of the control accepts. */
export function ofSource(
  control: WaivableControl,
  source: Source,
  question: ReadinessQuestion,
): readonly ReadinessQuestion[] {
  const [waiver] = waiverOf(source, control);
  return [waiver === undefined ? question : { ...question, waiver: { subject: source.name, ...waiver } }];
}
