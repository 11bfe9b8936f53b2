import { existsSync } from "node:fs";
import { join } from "node:path";
import { landscape } from "../../accounts";
import { locate } from "../../model/landscape/locate";
import { accountsOf, environmentsOf, producersOf, sourcesOf } from "../../model/landscape/walk";

const environments = environmentsOf(landscape);

/** Whatever a file of its own is kept for. */
const places = [
  [],
  ...environments.map(({ keys }) => keys),
  ...environments.filter(({ value }) => value.queries !== undefined).map(({ keys }) => [...keys, "queries"]),
  ...environments.flatMap(accountsOf).map(({ keys }) => keys),
  ...environments
    .flatMap(producersOf)
    .flatMap(sourcesOf)
    .map(({ keys }) => [...keys, "tables"]),
].map((keys) => locate(landscape, keys).file);

it.each([...new Set(places)])("%s is where reports say it is", (file) => {
  expect(existsSync(join(__dirname, "../..", file))).toBe(true);
});
