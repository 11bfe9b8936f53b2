import { notTried, toTry } from "../../../local/rows/to-try";
import { many } from "../../landscape/banks/many";
import { small } from "../../landscape/banks/small";
import { whatever } from "../../landscape/everything";
import { first } from "../../support/json";
import { prod } from "../../support/landscapes";

test.each([
  ["has something of everything", prod, []],
  ["has several databases", first(many.environments), []],
  ["has nobody who reads", first(small.environments), ["questions: no consumer account has a team that could ask"]],
  ["only begins", first(whatever.environments.slice(-1)), ["rows: no producer account has a source"]],
  [
    "has neither queries nor row rules",
    {
      ...prod,
      queries: [],
      consumers: prod.consumers.map((consumer) => ({
        ...consumer,
        teams: consumer.teams.map((team) => ({
          ...team,
          shares: team.shares.filter(({ rows }) => rows === undefined),
        })),
      })),
    },
    ["saved queries: no team's shares cover one", "row filters: no share has a row rule"],
  ],
])("a landscape that %s: what is not tried is named", (_, environment, expected) => {
  expect(notTried(environment)).toEqual(expected);
});

test("what is tried is what the landscape has", () => {
  expect(toTry(prod)).toEqual({ sources: true, teams: true, queries: true, filters: true });
  expect(toTry(first(small.environments))).toEqual({ sources: true, teams: false, queries: false, filters: false });
});
