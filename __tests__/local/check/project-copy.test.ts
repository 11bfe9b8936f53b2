import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { aliasPackage, copyProject, withAlias } from "../../../local/check/project-copy";
import { contents, temporaryFolder } from "../../support/folders";

const place = temporaryFolder();

function project(files: Readonly<Record<string, string>>): string {
  const folder = join(place(), "project");
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

test("a copy holds the sources, and nothing that is made from them", () => {
  const folder = project({
    "main.ts": "m",
    "model/names.ts": "n",
    "package.json": "{}",
    "package-lock.json": "lock",
    "node_modules/x/index.js": "x",
    "dist/main.js": "d",
    "cdktf.out/manifest.json": "{}",
    ".local/old": "o",
  });
  const copy = join(place(), "copy");
  copyProject(folder, copy);
  expect(contents(copy)).toEqual({ "main.ts": "m", "model/names.ts": "n", "package.json": "{}" });
});

test("an alias counts for dependents too, and leaves the rest of package.json alone", () => {
  const before = {
    name: "p",
    dependencies: { a: "1.0.0", cdktf: "0.21.0" },
    overrides: { b: "2" },
    scripts: { x: "y" },
  };
  expect(JSON.parse(withAlias(JSON.stringify(before), "cdktf", "npm:cdktn@0.24.0"))).toEqual({
    name: "p",
    dependencies: { a: "1.0.0", cdktf: "npm:cdktn@0.24.0" },
    overrides: { b: "2", cdktf: "npm:cdktn@0.24.0" },
    scripts: { x: "y" },
  });
});

test("an alias is written into the project", () => {
  const folder = project({ "package.json": '{"dependencies":{}}' });
  aliasPackage(folder, "a", "npm:b@1.0.0");
  expect(JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))).toEqual({
    dependencies: { a: "npm:b@1.0.0" },
    overrides: { a: "npm:b@1.0.0" },
  });
});
