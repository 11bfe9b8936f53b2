import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { landscape } from "../../accounts";
import type { Synthesized } from "../support/built";
import { block } from "../support/json";
import { synthesized } from "../support/synthesized";
import { describeChanges, type Files } from "./changed-stacks";
import { mayRewrite } from "./may-rewrite";

/** One folder per environment, one file per stack. */
const folderOf = (environment: string): string => join(__dirname, environment);
const ADVICE =
  "`npm run baseline` rewrites it. Review the difference: what it says is what Terraform will be asked to do.";

/** One file per stack, and the order of the stacks. */
function present({ ids, stack, manifest }: Synthesized): Files {
  const dependencies = Object.entries(block(manifest["stacks"])).map(([id, each]) => [id, block(each)["dependencies"]]);
  return { ...Object.fromEntries(ids.map((id) => [id, stack(id)])), dependencies: Object.fromEntries(dependencies) };
}

function committed(folder: string): Files {
  const files = existsSync(folder) ? readdirSync(folder).toSorted() : [];
  return Object.fromEntries(
    files.map((file): [string, unknown] => [
      file.replace(/\.json$/, ""),
      JSON.parse(readFileSync(join(folder, file), "utf8")),
    ]),
  );
}

function rewrite(folder: string, files: Files): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [name, json] of Object.entries(files)) {
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(json, undefined, 2)}\n`);
  }
}

describe("the output of the default landscape", () => {
  it.each(landscape.environments)("is the committed one for $name", (environment) => {
    const folder = folderOf(environment.name);
    const now = present(synthesized({ environments: [environment] }));
    if (mayRewrite(process.env)) rewrite(folder, now);
    const changes = describeChanges(committed(folder), now);
    if (changes.length > 0) throw new Error(`The output changed:\n${changes.join("\n")}\n${ADVICE}`);
    expect(changes).toEqual([]);
  });
});

describe("the baseline", () => {
  it("is rewritten on demand only, and never on a build server", () => {
    expect(mayRewrite({})).toBe(false);
    expect(mayRewrite({ CI: "true" })).toBe(false);
    expect(mayRewrite({ LAKE_UPDATE_BASELINE: "1" })).toBe(true);
    expect(() => mayRewrite({ LAKE_UPDATE_BASELINE: "1", CI: "true" })).toThrow("not rewritten on a build server");
  });
});
