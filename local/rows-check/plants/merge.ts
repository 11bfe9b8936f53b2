import type { Environment } from "../../../model/landscape/types";
import type { Step } from "../../rows/steps";
import { columnsInLake, everywhere, ownedSources, type Plant, type Planting, replaced } from "../plant";

const curationOf = ({ governance }: Environment, source: { readonly name: string }): string =>
  `${governance.name}-curation-${source.name}`;

/** A mistake in the merge of the first source. */
const inMerge =
  (name: string, found: Step, edit: Plant["edit"]): Planting =>
  (environment) => {
    const [owned] = ownedSources(environment);
    if (owned === undefined) return { name, why: "there is no source" };
    return { name, stack: curationOf(environment, owned.source), edit, found };
  };

/** How a name stands in a statement within a string of a string. */
const inStatement = (name: string): string => `\\"${name.toLowerCase()}\\"`;

/** The condition by which a merge finds a row by columns, as it stands in a string of a string. */
const on = (columns: readonly string[]): string =>
  `ON ${columns
    .map(inStatement)
    .map((column) => `t.${column} = s.${column}`)
    .join(" AND ")}\\nWHEN`;

const otherColumn: Planting = (environment) => {
  const name = "a merge that finds rows by another column";
  const [place] = columnsInLake(environment);
  if (place === undefined) return { name, why: "no table has a column besides its key" };
  return {
    name,
    stack: curationOf(environment, place.source),
    edit: (json) => everywhere(json, on(place.table.primaryKey), on([place.column])),
    found: "rows",
  };
};

/** Mistakes in curation stacks. */
export const MERGE_PLANTS: readonly Planting[] = [
  inMerge("a merge that orders by timestamp only", "rows", (json) => everywhere(json, ', \\"_order\\" DESC', "")),
  inMerge("a merge that forgets deletions", "rows", (json) =>
    everywhere(json, String.raw`WHEN MATCHED AND s.\"op\" = 'D' THEN DELETE\n`, ""),
  ),
  otherColumn,
  inMerge("a state machine that does not remember how far it came", "merge", (json) =>
    everywhere(json, '\\"Next\\":\\"Remember merged\\"', '\\"Next\\":\\"Report merged\\"'),
  ),
  inMerge("a schedule that is disabled", "merge", (json) =>
    replaced(json, '"schedule_expression": "rate(', '"state": "DISABLED", "schedule_expression": "rate('),
  ),
];
