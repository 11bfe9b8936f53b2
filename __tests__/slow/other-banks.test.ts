import { spawnSync } from "node:child_process";
import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { copyProject } from "../../local/check/project-copy";
import type { Landscape } from "../../model/landscape/types";
import { landscape } from "../landscape";
import { many } from "../landscape/banks/many";
import { small } from "../landscape/banks/small";
import { whatever } from "../landscape/everything";
import { temporaryFolder, write } from "../support/folders";

const ROOT = join(__dirname, "../..");
const MINUTES = 60_000;
const place = temporaryFolder();

/** A program that ended well. */
const passed = (args: readonly string[]) => ({ args, status: 0, output: "" });

/** The project as another bank has it: `accounts/` replaced, nothing else edited. */
function cloned(bank: Landscape): string {
  const copy = join(place(), "copy");
  copyProject(ROOT, copy);
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  rmSync(join(copy, "accounts"), { recursive: true });
  write(
    join(copy, "accounts/index.ts"),
    `import type { Landscape } from "../model/landscape/types";\n\nexport const landscape: Landscape = ${JSON.stringify(bank)};\n`,
  );
  return copy;
}

describe.each<readonly [string, Landscape]>([
  ["with one table", small],
  ["with five databases in one account", many],
  ["with one of the tests' environments", { environments: landscape.environments.slice(0, 1) }],
  ["with everything that there is", whatever],
])("a bank %s", (_, bank) => {
  it(
    "passes the checks, is recorded by one command, and holds what the tests ask of any landscape",
    () => {
      const cwd = cloned(bank);
      const run = (command: string, ...args: readonly string[]) => {
        const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
        return { args, status, output: status === 0 ? "" : `${stdout}${stderr}` };
      };
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
