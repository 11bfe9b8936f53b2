import { comparisons, conditionOf } from "../../../model/access/row-rule";
import { CLASSIFICATIONS, LAKE_CLASSIFICATIONS } from "../../../model/contract/classification";
import type { Environment, Share } from "../../../model/landscape/types";
import { teamQueries } from "../../../model/queries/coverage";
import { placeholders } from "../../../model/queries/placeholders";
import { everywhere, ownedSources, type Planting, replaced } from "../plant";

const accessOf = ({ governance }: Environment, consumer: { readonly name: string }): string =>
  `${governance.name}-access-${consumer.name}`;

/** Shares of a consumer account's teams. */
const sharesOf = ({ consumers }: Environment) =>
  consumers.flatMap((consumer) => consumer.teams.flatMap(({ shares }) => shares.map((share) => ({ consumer, share }))));

const missingColumn: Planting = (environment) => {
  const name = "a saved query that names no column";
  const [place] = environment.consumers.flatMap((consumer) =>
    consumer.teams.flatMap((team) =>
      teamQueries(environment, consumer, team).flatMap(({ sql }) =>
        placeholders(sql).flatMap(({ column }) => (column === undefined ? [] : [{ consumer, column }])),
      ),
    ),
  );
  if (place === undefined) return { name, why: "no team has a saved query that names a column" };
  return {
    name,
    stack: `${place.consumer.name}-analytics`,
    edit: (json) => everywhere(json, `\\"${place.column}\\"`, `\\"no_${place.column}\\"`),
    found: "questions",
  };
};

/** The lowest classification of a domain that a share does not open. */
function above(environment: Environment, { domain, upTo }: Share): string | undefined {
  const columns = ownedSources(environment)
    .filter(({ source }) => source.domain === domain)
    .flatMap(({ source }) => source.tables.flatMap((table) => Object.values(table.columns)));
  const closed = LAKE_CLASSIFICATIONS.slice(CLASSIFICATIONS.indexOf(upTo) + 1);
  return closed.find((value) => columns.some(({ classification }) => classification === value));
}

const openTag: Planting = (environment) => {
  const name = "a grant too many";
  const [place] = sharesOf(environment).flatMap(({ consumer, share }) => {
    const more = above(environment, share);
    // Rows and single tables are opened by name, not by tags.
    const byTag = share.rows === undefined && share.tables === undefined;
    return more === undefined || !byTag ? [] : [{ consumer, more, upTo: share.upTo }];
  });
  if (place === undefined) return { name, why: "no share of a whole domain leaves a classification out" };
  const opened = LAKE_CLASSIFICATIONS.slice(0, CLASSIFICATIONS.indexOf(place.upTo) + 1);
  const values = new RegExp(`${opened.map((value) => `"${value}"`).join(String.raw`,\s+`)}(?=\\s+\\])`, "g");
  return {
    name,
    stack: accessOf(environment, place.consumer),
    edit: (json) => everywhere(json, values, (found) => `${found}, "${place.more}"`),
    found: "readers",
  };
};

const openRows: Planting = (environment) => {
  const name = "a row filter that is gone";
  const [place] = sharesOf(environment).flatMap(({ consumer, share }) => {
    const condition = share.rows === undefined ? undefined : conditionOf(share.rows);
    if (condition === undefined || "refused" in condition) return [];
    return comparisons(condition).map(({ column }) => ({ consumer, column }));
  });
  if (place === undefined) return { name, why: "no share has a row rule" };
  return {
    name,
    stack: accessOf(environment, place.consumer),
    edit: (json) =>
      replaced(json, /"filter_expression": "(?:[^"\\]|\\.)+"/, `"filter_expression": "${place.column} IS NOT NULL"`),
    found: "readers",
  };
};

/** Mistakes in stacks of grants and of what teams ask. */
export const READER_PLANTS: readonly Planting[] = [missingColumn, openTag, openRows];
