import { loadLandscape } from "../../../model/landscape/load";
import type { Landscape } from "../../../model/landscape/types";
import { teamQueries } from "../../../model/queries/coverage";
import { placeholders, tableOf } from "../../../model/queries/placeholders";
import { queryText } from "../../../model/queries/text";
import { landscape } from "../../landscape";
import { queries } from "../../landscape/queries";
import { CONTRACTS } from "../../support/contracts";
import { syntaxErrors } from "../../support/trino";

const [prod] = landscape.environments;
const ALL = ["exposure_per_client", "delinquency_today", "large_movements_last_hour", "liquidity_by_district"];

describe("the saved queries", () => {
  it("are these", () => {
    expect(queries.map(({ name }) => name)).toEqual(ALL);
  });

  it.each(queries.map((query) => [query.name, queryText(query)] as const))(
    "%s is correct in Athena's grammar, saved and prepared",
    (_, text) => {
      expect(syntaxErrors(text.saved)).toEqual([]);
      expect(syntaxErrors(text.prepared)).toEqual([]);
      expect(text.saved).not.toMatch(/[{}?]/);
      expect(text.prepared).not.toMatch(/[{}]/);
    },
  );

  it.each(queries.map((query) => [query.name, query] as const))("%s is about both systems", (_, query) => {
    expect(new Set(Object.keys(query.tables).map((alias) => tableOf(query, alias)[0]))).toEqual(
      new Set(["loans", "deposits"]),
    );
  });

  it.each([
    ["risk-analysts", ALL],
    ["controllers", ["large_movements_last_hour", "liquidity_by_district"]],
    // Sees clients of three districts only.
    ["branch-planning", []],
  ])("are deployed to %s as far as its shares cover them", (team, names) => {
    const found = (prod?.consumers ?? []).flatMap((consumer) =>
      consumer.teams
        .filter(({ name }) => name === team)
        .map((each) => (prod === undefined ? [] : teamQueries(prod, consumer, each).map(({ name }) => name))),
    );
    expect(found).toEqual([names]);
  });
});

/** The tests' landscape with a column of another name; primary keys go with it. */
function renamed(source: "loans" | "deposits", table: string, column: string): Landscape {
  const other = (name: string): string => (name === column ? `${column}_new` : name);
  return {
    environments: landscape.environments.map((environment) => ({
      ...environment,
      consumers: [],
      producers: environment.producers.map((producer) => ({
        ...producer,
        sources: producer.sources.map((each) => ({
          ...each,
          tables: each.tables.map((contract) =>
            each.name !== source || contract.name !== table
              ? contract
              : {
                  ...contract,
                  primaryKey: contract.primaryKey.map(other),
                  columns: Object.fromEntries(
                    Object.entries(contract.columns).map(([name, value]) => [other(name), value]),
                  ),
                },
          ),
        })),
      })),
    })),
  };
}

/** Every column that a saved query refers to, once. */
const used = [
  ...new Set(
    queries.flatMap((query) =>
      placeholders(query.sql).flatMap(({ alias, column }) =>
        column === undefined ? [] : [[...tableOf(query, alias), column].join(".")],
      ),
    ),
  ),
].map((name) => name.split("."));

describe("renaming a column", () => {
  it("concerns many columns", () => {
    expect(used.length).toBeGreaterThan(20);
    const known = new Set(
      Object.values(CONTRACTS).flatMap((tables) => tables.flatMap(({ columns }) => Object.keys(columns))),
    );
    expect(used.every(([, , column = ""]) => known.has(column))).toBe(true);
  });

  it.each(used)("stops the synthesis: %s.%s.%s", (source = "", table = "", column = "") => {
    const changed = renamed(source === "loans" ? "loans" : "deposits", table, column);
    expect(() => loadLandscape(changed)).toThrow(`write a column of ${source}.${table} for \`{`);
    expect(() => loadLandscape(changed)).toThrow("accounts/prod/queries.ts");
  });
});
