import type { Environment } from "../../model/landscape/types";
import { teamQueries } from "../../model/queries/coverage";

/** What the rows of an environment can try: what it has something of. */
export interface ToTry {
  /** Sources, without which there are no rows. */
  readonly sources: boolean;
  /** Teams that are answered and refused. */
  readonly teams: boolean;
  /** Saved queries that a team may ask. */
  readonly queries: boolean;
  /** Shares of some rows only. */
  readonly filters: boolean;
}

/** What an environment gives to try. */
export function toTry(environment: Environment): ToTry {
  const { producers, consumers } = environment;
  return {
    sources: producers.some(({ sources }) => sources.length > 0),
    teams: consumers.some(({ teams }) => teams.length > 0),
    queries: consumers.some((consumer) =>
      consumer.teams.some((team) => teamQueries(environment, consumer, team).length > 0),
    ),
    filters: consumers.some(({ teams }) => teams.some(({ shares }) => shares.some(({ rows }) => rows !== undefined))),
  };
}

const WHY: Readonly<Record<keyof ToTry, string>> = {
  sources: "rows: no producer account has a source",
  teams: "questions: no consumer account has a team that could ask",
  queries: "saved queries: no team's shares cover one",
  filters: "row filters: no share has a row rule",
};

/** What is not tried for want of something in the landscape, and why, for people. */
export function notTried(environment: Environment): readonly string[] {
  const { sources, teams, ...rest } = toTry(environment);
  if (!sources) return [WHY.sources];
  if (!teams) return [WHY.teams];
  return [...(rest.queries ? [] : [WHY.queries]), ...(rest.filters ? [] : [WHY.filters])];
}
