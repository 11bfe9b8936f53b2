import * as fc from "fast-check";
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

describe("table mappings of any source", () => {
  it("include each table by name, and nothing by pattern", () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const included = rulesOf(source).filter((rule) => rule["rule-type"] === "selection");
        expect(included.map(locator)).toEqual(
          source.tables.map(({ schema, name }) => ({ "schema-name": schema, "table-name": name })),
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
            .map(([each]) => `${schema}.${name}.${each}`),
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
