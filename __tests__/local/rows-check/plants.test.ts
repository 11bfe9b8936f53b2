import { plantsOf } from "../../../local/rows-check/plants";
import { loadLandscape } from "../../../model/landscape/load";
import type { Environment, Landscape } from "../../../model/landscape/types";
import { many } from "../../landscape/banks/many";
import { small } from "../../landscape/banks/small";
import { whatever } from "../../landscape/everything";
import { first } from "../../support/json";
import { prod, withProd } from "../../support/landscapes";
import { synthesized } from "../../support/synthesized";

const ALL = [
  "a mapping rule that drops a column",
  "a mapping rule that no longer removes a forbidden column",
  "a folder that the writer may not write to",
  "a bucket that is expected to be another account's",
  "a location template with the wrong separator",
  "a partition format that differs from the folders' names",
  "a merge that orders by timestamp only",
  "a merge that forgets deletions",
  "a merge that finds rows by another column",
  "a state machine that does not remember how far it came",
  "a schedule that is disabled",
  "a saved query that names no column",
  "a grant too many",
  "a row filter that is gone",
];

/** An environment without the marks of its landscape, as commands have it. */
const named = (landscape: Landscape, name: string): Environment =>
  first(
    loadLandscape(landscape, { isFile: () => true }).environments.filter((environment) => environment.name === name),
  );

describe.each<readonly [string, Landscape, string, readonly string[]]>([
  ["the tests' own landscape", withProd({}), "prod", []],
  ["a bank that has everything", whatever, "everything", []],
  [
    "a bank of five databases",
    many,
    "main",
    ["a mapping rule that no longer removes a forbidden column", "a grant too many"],
  ],
  [
    "a bank that nobody reads",
    small,
    "live",
    [
      "a mapping rule that no longer removes a forbidden column",
      "a saved query that names no column",
      "a grant too many",
      "a row filter that is gone",
    ],
  ],
])("in %s", (_, landscape, name, without) => {
  const environment = named(landscape, name);
  const { plants, unplanted } = plantsOf(environment);
  const bank = synthesized(landscape);
  const generated = (stack: string) => JSON.stringify(bank.stack(`${name}-${stack}`), undefined, 2);

  it("every mistake has a place, or a reason why it has none", () => {
    expect(unplanted.map((each) => each.name)).toEqual(without);
    expect(plants.map((each) => each.name)).toEqual(ALL.filter((each) => !without.includes(each)));
  });

  it.each(plants)("$name changes the stack and leaves it JSON", ({ stack, edit }) => {
    const before = generated(stack);
    const after = edit(before);
    expect(after).not.toBe(before);
    expect(() => {
      JSON.parse(after);
    }).not.toThrow();
  });

  it.each(plants)("$name is refused where the stack has nothing of the kind", ({ edit }) => {
    expect(() => edit("{}")).toThrow("the stack does not say");
  });
});

test("a landscape without sources has no place for any, and says why", () => {
  const { plants, unplanted } = plantsOf({ ...prod, producers: [], consumers: [] });
  expect(plants).toEqual([]);
  expect(unplanted.map((each) => each.name)).toEqual(ALL);
  expect(unplanted.every(({ why }) => why.length > 0)).toBe(true);
});
