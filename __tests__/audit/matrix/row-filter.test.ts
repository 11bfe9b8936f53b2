import * as fc from "fast-check";
import { renderRowRule } from "../../../model/access/row-rule";
import { rowMatches } from "../support/row-filter";

const row = { district_id: 2, name: "O'Hara", is_open: true, note: null };

describe("a row", () => {
  it.each([
    ["district_id = 2", true],
    ["district_id <> 2", false],
    ["district_id != 2", false],
    ["district_id IN (1, 2)", true],
    ["district_id NOT IN (1, 2)", false],
    ["district_id BETWEEN 1 AND 2", true],
    ["district_id BETWEEN 3 AND 4", false],
    ["district_id < 2 OR is_open = TRUE", true],
    ["district_id < 2 AND is_open = TRUE", false],
    ["NOT district_id < 2", true],
    ["NOT (district_id < 2 OR district_id > 5) AND name = 'O''Hara'", true],
    ["name >= 'P'", false],
    ["district_id <= 2", true],
    ["note IS NULL", true],
    ["note IS NOT NULL", false],
    // SQL: a comparison with NULL is unknown, and so is its negation.
    ["note = 'x'", false],
    ["NOT note = 'x'", false],
    ["note NOT IN ('x')", false],
    ["note = 'x' OR is_open = true", true],
    ["note BETWEEN 'a' AND 'b'", false],
  ])("with %s is shown: %s", (condition, shown) => {
    expect(rowMatches(condition, row)).toBe(shown);
  });

  it.each([
    ["other = 1", "the row has no column other"],
    ["district_id = name", '"name" is no literal'],
    ["district_id 2 2", '"2" is no operator'],
    ["district_id = 2 2", "left over"],
    ["(district_id = 2", ") expected"],
  ])("fails on %s", (condition, message) => {
    expect(() => rowMatches(condition, row)).toThrow(message);
  });
});

/** A rule, and what it means, made together. */
const rules = fc.letrec<{ rule: { text: string; holds: (a: number, b: string) => boolean } }>((tie) => ({
  rule: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.integer({ min: -5, max: 5 }).map((n) => ({ text: `a = ${n}`, holds: (a: number) => a === n })),
    fc.integer({ min: -5, max: 5 }).map((n) => ({ text: `a < ${n}`, holds: (a: number) => a < n })),
    fc
      .array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 3 })
      .map((list) => ({ text: `a IN (${list.join(", ")})`, holds: (a: number) => list.includes(a) })),
    fc.constantFrom("x", "it's", "AND", "").map((value) => ({
      text: `b <> '${value.replaceAll("'", "''")}'`,
      holds: (_: number, b: string) => b !== value,
    })),
    tie("rule").map(({ text, holds }) => ({ text: `NOT (${text})`, holds: (a: number, b: string) => !holds(a, b) })),
    fc.tuple(tie("rule"), tie("rule")).map(([one, other]) => ({
      text: `(${one.text}) AND (${other.text})`,
      holds: (a: number, b: string) => one.holds(a, b) && other.holds(a, b),
    })),
    fc.tuple(tie("rule"), tie("rule")).map(([one, other]) => ({
      text: `(${one.text}) OR (${other.text})`,
      holds: (a: number, b: string) => one.holds(a, b) || other.holds(a, b),
    })),
  ),
})).rule;

describe("a row rule", () => {
  it("means the same before and after it is written for Lake Formation", () => {
    fc.assert(
      fc.property(
        rules,
        fc.integer({ min: -6, max: 6 }),
        fc.constantFrom("x", "it's", "y", ""),
        ({ text, holds }, a, b) => {
          expect(rowMatches(renderRowRule({ expression: text }), { a, b })).toBe(holds(a, b));
        },
      ),
    );
  });

  it.each([
    [{ column: "district_id", values: [1] }, '"district_id" = 1'],
    [{ column: "district_id", values: [1, 2.5] }, '"district_id" IN (1, 2.5)'],
    [{ column: "name", values: ["O'Hara", "x' OR '1' = '1"] }, `"name" IN ('O''Hara', 'x'' OR ''1'' = ''1')`],
    [{ expression: "a=1 and not(b='x' or c is not null)" }, `"a" = 1 AND NOT ("b" = 'x' OR "c" IS NOT NULL)`],
    [
      { expression: "a not in (1,2) or a between -1 and 3 and b != true" },
      '"a" NOT IN (1, 2) OR ("a" BETWEEN -1 AND 3 AND "b" <> true)',
    ],
    // Reserved words of PartiQL, and of the conditions themselves.
    [{ expression: "last = 1 AND zone IS NULL" }, '"last" = 1 AND "zone" IS NULL'],
    [{ expression: '"Last" = 1 OR NOT "in" IN (1, 2)' }, '"last" = 1 OR NOT "in" IN (1, 2)'],
  ])("%j is written as %s", (rule, text) => {
    expect(renderRowRule(rule)).toBe(text);
  });

  it("is not written when the checks would have refused it", () => {
    expect(() => renderRowRule({ expression: "a = (SELECT 1)" })).toThrow("the row rule is not valid");
  });
});
