import type { Landscape } from "../../model/landscape/types";
import { landscape } from "../landscape";
import { many } from "../landscape/banks/many";
import { small } from "../landscape/banks/small";
import { whatever } from "../landscape/everything";
import { cloned, passed, runIn } from "../support/cloned";
import { temporaryFolder } from "../support/folders";

const MINUTES = 60_000;
const place = temporaryFolder();

describe.each<readonly [string, Landscape]>([
  ["with one table", small],
  ["with five databases in one account", many],
  ["with one of the tests' environments", { environments: landscape.environments.slice(0, 1) }],
  ["with everything that there is", whatever],
])("a bank %s", (_, bank) => {
  it(
    "passes the checks, is recorded by one command, and holds what the tests ask of any landscape",
    () => {
      const folder = cloned(place(), bank);
      const run = (command: string, ...args: readonly string[]) => runIn(folder, command, ...args);
      for (const args of [
        ["biome", "check", "--write", "accounts"],
        ["tsc", "-p", "tsconfig.json"],
        ["oxlint", "--type-aware", "--deny-warnings", "accounts"],
      ]) {
        expect(run("npx", ...args)).toEqual(passed(args));
      }
      expect(run("npm", "run", "update")).toEqual(passed(["run", "update"]));
      expect(run("npm", "run", "update", "--", "--check")).toEqual(passed(["run", "update", "--", "--check"]));
      expect(run("npx", "jest", "__tests__/accounts")).toEqual(passed(["jest", "__tests__/accounts"]));
    },
    5 * MINUTES,
  );
});
