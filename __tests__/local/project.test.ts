import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { localFolders } from "../../local/project";
import { stampOf } from "../../local/python-environment";
import { chooseEnvironment } from "../../operations/landscape";
import { readManifest } from "../../operations/manifest";
import { projectFolder } from "../../operations/project";
import { readRequiredProviders } from "../../operations/terraform/providers";
import { landscape } from "../landscape";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "project-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test("the project folder is found from a compiled file's depth too", () => {
  mkdirSync(join(folder, "dist", "local"), { recursive: true });
  writeFileSync(join(folder, "cdktf.json"), "{}");
  expect(projectFolder(join(folder, "dist", "local"))).toBe(folder);
  expect(projectFolder(folder)).toBe(folder);
});

test("two commands have different run folders, both below .local", () => {
  const demo = localFolders("demo", folder);
  expect(demo.run).toBe(join(folder, ".local", "demo"));
  expect(demo.output).not.toBe(localFolders("test-local", folder).output);
  // The stacks' backends write three folders above their own.
  expect(join(demo.output, "stacks", "any", "..", "..", "..", "state")).toBe(demo.states);
});

const stack = (name: string, dependencies: readonly string[]) => ({
  name,
  dependencies,
  workingDirectory: `stacks/${name}`,
});

describe("readManifest", () => {
  test("gives stacks by id with their folders", () => {
    const manifest = { version: "0.21.0", stacks: { b: stack("b", ["a"]), a: stack("a", []) } };
    writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
    expect(readManifest(folder)).toEqual([
      { id: "a", folder: join(folder, "stacks/a"), dependencies: [] },
      { id: "b", folder: join(folder, "stacks/b"), dependencies: ["a"] },
    ]);
  });

  test("says what to do when there is none or it is broken", () => {
    expect(() => readManifest(folder)).toThrow(/does not exist.*Synthesize/);
    writeFileSync(join(folder, "manifest.json"), "{}");
    expect(() => readManifest(folder)).toThrow(/Synthesize again/);
  });
});

test("a stack without readable JSON is named", () => {
  expect(() => readRequiredProviders([{ id: "a", folder }])).toThrow(/cdk\.tf\.json.*Synthesize/);
});

describe("chooseEnvironment", () => {
  const { environments } = landscape;

  test("takes the first one by default", () => {
    expect(chooseEnvironment(environments, undefined)).toBe(environments[0]);
    expect(chooseEnvironment(environments, environments[0]?.name)).toBe(environments[0]);
  });

  test("names those that exist when the wanted one does not", () => {
    expect(() => chooseEnvironment(environments, "absent")).toThrow(environments[0]?.name);
    expect(() => chooseEnvironment([], undefined)).toThrow(/accounts\/index\.ts/);
  });
});

test("the stamp of a Python environment changes with its requirements and its Python", () => {
  expect(stampOf("moto==5.2.5\n", "3.11.4")).toBe(stampOf("moto==5.2.5\n", "3.11.4\n"));
  expect(stampOf("moto==5.2.5\n", "3.11.4")).not.toBe(stampOf("moto==5.2.6\n", "3.11.4"));
  expect(stampOf("moto==5.2.5\n", "3.11.4")).not.toBe(stampOf("moto==5.2.5\n", "3.12.1"));
});
