import * as fc from "fast-check";
import { matches } from "../../../local/replication/mappings/pattern";
import { column } from "../../../model/contract/column";
import type { Source } from "../../../model/landscape/types";
import { tableMappings } from "../../../model/replication/table-mappings";
import { at, type Block, block, list, parsed, text } from "../../support/json";
import { anySource, sourceOf, table } from "../../support/sources";

const rulesOf = (source: Source): readonly Block[] => list(at(parsed(tableMappings(source)), "rules")).map(block);
const locator = (rule: Block): Block => block(rule["object-locator"]);

describe("table mappings of one table", () => {
  const key = column("bigint", "internal", "Key");
  const source = sourceOf(table("card", { id: key, number: column("varchar(19)", "forbidden", "Number") }));
  const place = { "schema-name": "core", "table-name": "card" };

  it("are these rules", () => {
    expect(rulesOf(source)).toEqual([
      {
        "rule-id": "1",
        "rule-type": "selection",
        "rule-name": "include core.card",
        "rule-action": "include",
        "object-locator": place,
        filters: [],
      },
      {
        "rule-id": "2",
        "rule-type": "transformation",
        "rule-name": "remove core.card.number",
        "rule-action": "remove-column",
        "rule-target": "column",
        "object-locator": { ...place, "column-name": "number" },
      },
      {
        "rule-id": "3",
        "rule-type": "transformation",
        "rule-name": "sequence of core.card",
        "rule-action": "add-column",
        "rule-target": "column",
        "object-locator": place,
        value: "dms_change_seq",
        expression: "$AR_H_CHANGE_SEQ",
        "data-type": { type: "string", length: 50 },
      },
      ...[
        ["schema", { "schema-name": "core" }],
        ["table", { "schema-name": "core", "table-name": "%" }],
        ["column", { "schema-name": "core", "table-name": "%", "column-name": "%" }],
      ].map(([target = "", where], index) => ({
        "rule-id": String(index + 4),
        "rule-type": "transformation",
        "rule-name": `lower-case ${text(target)} names of core`,
        "rule-action": "convert-lowercase",
        "rule-target": target,
        "object-locator": where,
      })),
    ]);
  });
});

/** Names as locators write them: `_` alone would stand for any character. */
const exactly = (name: string): string => name.replaceAll("_", "[_]");

const pattern = (rule: Block | undefined, key: string): string => text(block(rule?.["object-locator"])[key]);

const means = (key: string, rule: Block | undefined, names: readonly string[]): readonly string[] =>
  names.filter((name) => matches(pattern(rule, key), name));

test("a rule means the column and the table that it names, and none that is spelled alike", () => {
  const source = sourceOf(
    table("standing_order", {
      id: column("bigint", "internal", "Key"),
      payer_1: column("varchar(34)", "forbidden", "Payer"),
    }),
  );
  const [included] = rulesOf(source);
  const removed = rulesOf(source).find((rule) => rule["rule-action"] === "remove-column");
  expect(means("table-name", included, ["standing_order", "standing1order", "Standing_Order"])).toEqual([
    "standing_order",
  ]);
  expect(means("column-name", removed, ["payer_1", "payer11", "PAYER_1"])).toEqual(["payer_1"]);
});

describe("table mappings of a table with another name at the source", () => {
  it("speak of it as the source does, and rename it once", () => {
    const key = { ...column("bigint unsigned", "internal", "Key"), nameAtSource: "Id" };
    const secret = { ...column("varchar(19)", "forbidden", "Number"), nameAtSource: "Card_Number" };
    const cards = { ...table("archived_card", { id: key, card_number: secret }), nameAtSource: "Card" };
    const rules = rulesOf({ ...sourceOf(cards), engine: "aurora-mysql" });
    const place = { "schema-name": "core", "table-name": "Card" };
    expect(
      rules.map((rule) => [rule["rule-action"], rule["rule-target"], rule["object-locator"], rule["value"]]),
    ).toEqual([
      ["include", undefined, place, undefined],
      ["remove-column", "column", { ...place, "column-name": "Card[_]Number" }, undefined],
      ["change-data-type", "column", { ...place, "column-name": "Id" }, undefined],
      ["add-column", "column", place, "dms_change_seq"],
      ["rename", "table", place, "archived_card"],
      ["convert-lowercase", "schema", { "schema-name": "core" }, undefined],
      ["convert-lowercase", "column", { "schema-name": "core", "table-name": "%", "column-name": "%" }, undefined],
    ]);
  });
});

describe("table mappings of any source", () => {
  it("include each table by name, and nothing by pattern", () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const included = rulesOf(source).filter((rule) => rule["rule-type"] === "selection");
        expect(included.map(locator)).toEqual(
          source.tables.map(({ schema, name }) => ({ "schema-name": exactly(schema), "table-name": exactly(name) })),
        );
      }),
    );
  });

  it("remove every forbidden column and no other", () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const removed = rulesOf(source).filter((rule) => rule["rule-action"] === "remove-column");
        const forbidden = source.tables.flatMap(({ schema, name, columns }) =>
          Object.entries(columns)
            .filter(([, { classification }]) => classification === "forbidden")
            .map(([each]) => exactly(`${schema}.${name}.${each}`)),
        );
        expect(removed.map((rule) => Object.values(locator(rule)).map(text).join("."))).toEqual(forbidden);
      }),
    );
  });

  it("number and name each rule once", () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const rules = rulesOf(source);
        expect(rules.map((rule) => rule["rule-id"])).toEqual(rules.map((_, index) => String(index + 1)));
        expect(new Set(rules.map((rule) => rule["rule-name"])).size).toBe(rules.length);
      }),
    );
  });
});
