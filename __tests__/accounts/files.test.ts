import { existsSync } from "node:fs";
import { join } from "node:path";
import { landscape } from "../../accounts";
import { CLASSIFICATIONS } from "../../model/contract/classification";
import { locate } from "../../model/landscape/locate";
import { accountsOf, columnsOf, environmentsOf, producersOf, sourcesOf, tablesOf } from "../../model/landscape/walk";

const environments = environmentsOf(landscape);
const sources = environments.flatMap(producersOf).flatMap(sourcesOf);
const accounts = environments.flatMap(accountsOf);

describe("files of the default landscape", () => {
  const keys = [
    [],
    ...[...environments, ...accounts].map((visit) => visit.keys),
    ...sources.map((s) => [...s.keys, "tables"]),
  ];

  it.each(keys.map((place) => locate(landscape, place).file))("%s is where reports say it is", (file) => {
    expect(existsSync(join(__dirname, "../..", file))).toBe(true);
  });

  it("are one for each environment, account and source", () => {
    const files = new Set(keys.map((place) => locate(landscape, place).file));
    expect(files.size).toBe(1 + environments.length + accounts.length + sources.length);
  });
});

describe("tables of the default landscape", () => {
  const tables = sources.flatMap(tablesOf);

  it("use every classification", () => {
    const used = new Set(tables.flatMap(columnsOf).map(({ value }) => value.classification));
    expect(used).toEqual(new Set(CLASSIFICATIONS));
  });

  it.each(environments)("can be joined by client across both systems in $value.name", (environment) => {
    const joinable = producersOf(environment)
      .flatMap(sourcesOf)
      .filter((source) =>
        tablesOf(source)
          .flatMap(columnsOf)
          .some(({ name }) => name === "client_id"),
      );
    expect(joinable).toHaveLength(2);
  });
});
