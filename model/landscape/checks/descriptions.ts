import { lakeType } from "../../contract/column-types";
import type { Engine } from "../../contract/engine";
import { changeComment } from "../../contract/lake-columns";
import type { Draft } from "../draft";
import { below } from "../keys";
import { type Problem, problemAt } from "../problem";
import type { Landscape, TableContract } from "../types";
import { columnsOf, environmentsOf, producersOf, sourcesOf, tablesOf, type Visit } from "../walk";
import type { Check } from "./check";

/** Characters of a column's comment: https://docs.aws.amazon.com/glue/latest/webapi/API_Column.html */
const MOST_CHARACTERS = 255;

/**
 * Characters of a table's description, of which the lake's own words take some.
 * https://docs.aws.amazon.com/glue/latest/webapi/API_TableInput.html
 */
const MOST_OF_TABLE = 2000;

/** What Glue refuses in a comment: control characters but the tab, halves of characters, and two that are none. */
const REFUSED = /(?!\t)[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;

const ONE_LINE = "write it in one line: Glue takes no line breaks and no other control characters in a description";

/** Descriptions fit into the catalog, with what the lake writes beside them. */
export const descriptions: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(producersOf)
    .flatMap(sourcesOf)
    .flatMap((source) => tablesOf(source).flatMap((table) => problemsOf(landscape, source.value.engine, table)));

function problemsOf(
  landscape: Draft<Landscape>,
  engine: Engine | undefined,
  table: Visit<TableContract>,
): readonly Problem[] {
  const judged = (keys: Visit<unknown>["keys"], description: string | undefined, most: number): readonly Problem[] => {
    if (description === undefined) return [];
    const here = below(keys, "description");
    if (REFUSED.test(description)) return [problemAt(landscape, here, description, ONE_LINE)];
    if (description.length <= most) return [];
    const remedy = `write at most ${most} characters: with what the lake adds, the catalog takes no more`;
    return [problemAt(landscape, here, description, remedy)];
  };
  return [
    ...judged(table.keys, table.value.description, MOST_OF_TABLE),
    ...columnsOf(table).flatMap(({ value: { type, classification, description }, keys }) => {
      if (engine === undefined || type === undefined || classification === undefined) return [];
      const outcome = classification === "forbidden" ? undefined : lakeType(engine, type);
      if (outcome === undefined || "refused" in outcome) return [];
      const added = changeComment({ ...outcome, classification, description: "" }).length;
      return judged(keys, description, MOST_CHARACTERS - added);
    }),
  ];
}
