import * as fc from "fast-check";
import { accountGrants } from "../../../model/access/account-access";
import { linkedDatabases, tableGrants, teamGrants } from "../../../model/access/shares";
import { domains, tagOntology } from "../../../model/access/tags";
import { LAKE_CLASSIFICATIONS, mayRead } from "../../../model/contract/classification";
import { column } from "../../../model/contract/column";
import type { ConsumerAccount, Share } from "../../../model/landscape/types";
import { first } from "../../support/json";
import { prod, risk } from "../../support/landscapes";
import { anySource, environmentOf, sourceOf, table } from "../../support/sources";

const share = (upTo: Share["upTo"], domain = "bank"): Share => ({
  domain,
  upTo,
  purpose: "p",
  owner: "o@bank.example",
});
const ACCOUNT = table("account", {
  id: column("bigint", "internal", "Key"),
  iban: column("varchar(34)", "restricted", "Number"),
  pin: column("char(4)", "forbidden", "Never"),
});

const granting = (columns: "all" | readonly string[]) => [{ database: "bank", table: "account", columns }];

/** A consumer whose teams have these shares. */
const consumer = (...teams: readonly (readonly Share[])[]): ConsumerAccount => ({
  ...risk,
  teams: teams.map((shares, index) => ({ ...first(risk.teams), name: `t${index}`, shares })),
});

/** Tables granted to an account, as domain and classifications. */
const classifications = (...teams: readonly (readonly Share[])[]) =>
  accountGrants(consumer(...teams)).map(({ domain, tables }) => [domain, tables[0]?.values]);

describe("what a share means for a team", () => {
  const environment = environmentOf(sourceOf(ACCOUNT));

  it("is the columns up to its classification", () => {
    expect(tableGrants(environment, share("internal"))).toEqual(granting(["id"]));
  });

  it("is the whole table when it covers every column that reaches the lake", () => {
    expect(tableGrants(environment, share("restricted"))).toEqual(granting("all"));
  });

  it("is nothing of a table without such a column, nor of another domain", () => {
    expect(tableGrants(environment, share("public"))).toEqual([]);
    expect(tableGrants(environment, share("restricted", "other"))).toEqual([]);
  });

  it("is never more than the classification, and never less, for any source", () => {
    fc.assert(
      fc.property(anySource, fc.constantFrom(...LAKE_CLASSIFICATIONS), (source, upTo) => {
        const grants = tableGrants(environmentOf(source), { ...share("public"), upTo });
        for (const { name, columns } of source.tables) {
          const lake = Object.entries(columns).filter(([, { classification }]) => classification !== "forbidden");
          const expected = lake.filter(([, { classification }]) => mayRead(upTo, classification)).map(([each]) => each);
          const granted = grants.find((grant) => grant.table === name)?.columns ?? [];
          expect(granted === "all" ? lake.map(([each]) => each) : granted).toEqual(expected);
        }
      }),
    );
  });

  it("is joined over all shares of a team", () => {
    const databases = teamGrants(prod, risk, first(risk.teams)).map(({ database }) => database);
    expect(new Set(databases)).toEqual(new Set(["loans", "deposits"]));
  });
});

describe("what shares mean for an account", () => {
  it("is the highest classification that one of its teams has, per domain, sorted", () => {
    expect(
      classifications(
        [share("internal", "b"), share("public", "a")],
        [share("confidential", "b")],
        [share("public", "b")],
      ),
    ).toEqual([
      ["a", ["public"]],
      ["b", ["public", "internal", "confidential"]],
    ]);
  });

  it("is limited to curated data of the domain, databases and tables alike", () => {
    const rest = [
      { key: "domain", values: ["a"] },
      { key: "layer", values: ["curated"] },
    ];
    expect(accountGrants(consumer([share("public", "a")]))).toEqual([
      {
        domain: "a",
        layer: "curated",
        databases: rest,
        tables: [{ key: "classification", values: ["public"] }, ...rest],
      },
    ]);
  });

  it("is nothing without teams", () => {
    expect(accountGrants({ ...risk, teams: [] })).toEqual([]);
    expect(linkedDatabases(prod, { ...risk, teams: [] })).toEqual([]);
  });

  it("links each database once, sorted", () => {
    expect(linkedDatabases(prod, { ...risk, teams: [...risk.teams, ...risk.teams] })).toEqual(["deposits", "loans"]);
  });
});

describe("the tag ontology", () => {
  it("has every value that assignments and grants use", () => {
    expect(tagOntology(prod)).toEqual([
      { key: "classification", values: ["public", "internal", "confidential", "restricted"] },
      { key: "domain", values: ["deposits", "loans"] },
      { key: "layer", values: ["raw", "curated"] },
    ]);
  });

  it("names a domain of two sources once", () => {
    const twice = prod.producers.flatMap((each) => [each, each]);
    expect(domains({ ...prod, producers: twice })).toEqual(["deposits", "loans"]);
  });
});
