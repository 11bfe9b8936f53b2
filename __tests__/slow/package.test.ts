import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { block } from "../support/json";

const ROOT = join(__dirname, "../..");
const MINUTES = 60_000;

const read = (file: string) => block(JSON.parse(readFileSync(file, "utf8")));
const manifest = read(join(ROOT, "package.json"));
const COMMANDS = Object.entries(block(manifest["bin"])).map(([name, file]) => [name, String(file)] as const);

/** Licences that run-time dependencies may have. */
const LICENCES = /^(?:MIT|Apache-2\.0|MPL-2\.0|ISC|BSD-[23]-Clause|0BSD)$/;

let folder: string;
const place = (...names: readonly string[]): string => join(folder, "package", ...names);

const npm = (cwd: string, ...args: readonly string[]): string =>
  execFileSync("npm", [...args, "--silent", "--no-audit", "--no-fund"], { cwd, encoding: "utf8" });

/** Runs a program of the installed package, somewhere else. */
function run(file: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const env = { PATH: process.env["PATH"], HOME: folder, NO_COLOR: "1", ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [place(file), ...args], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("what is shipped", () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "lake-package-"));
    const archive = npm(ROOT, "pack", "--pack-destination", folder).trim();
    execFileSync("tar", ["-xzf", archive.split("\n").at(-1) ?? ""], { cwd: folder });
    // The locked versions, which `npm ci` has put into its cache when the project was set up.
    cpSync(join(ROOT, "package-lock.json"), place("package-lock.json"));
    npm(place(), "ci", "--omit=dev", "--ignore-scripts", "--prefer-offline");
  }, 5 * MINUTES);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("holds what runs, and nothing of the proof, the tests and what is under development", () => {
    const unwanted = [
      "__tests__",
      "local",
      "bench",
      "examples",
      "dist/local",
      "dist/bench",
      "dist/examples",
      "dist/cli/demo.js",
    ];
    expect(unwanted.filter((name) => existsSync(place(name)))).toEqual([]);
    expect(readdirSync(place("dist", "cli")).filter((name) => name.startsWith("test-"))).toEqual([]);
    expect(existsSync(place("node_modules", "@types/node"))).toBe(false);
    expect(COMMANDS.length).toBeGreaterThan(8);
  });

  it.each(COMMANDS)("%s explains itself", (_, file) => {
    const { status, stdout, stderr } = run(file, ["--help"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout.split("\n").length).toBeGreaterThan(3);
    expect(readFileSync(place(file), "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  it("synthesizes its landscape, and audits the folder", () => {
    const output = join(folder, "out");
    expect(run("dist/main.js", [], { CDKTF_OUTDIR: output })).toMatchObject({ status: 0 });
    const { status, stdout } = run("dist/cli/audit.js", ["matrix", output]);
    expect(status).toBe(0);
    const [stack = ""] = readdirSync(join(output, "stacks"));
    expect(stdout).toContain(`${stack.split("-")[0]}-`);
    expect(run("dist/cli/audit.js", ["page", "--out", join(folder, "page.html"), output])).toMatchObject({ status: 0 });
  });

  it("finds its records as it was packed with them", () => {
    expect(run("dist/cli/update.js", ["--check"])).toEqual({
      status: 0,
      stdout: "Every record is up to date.\n",
      stderr: "",
    });
  });

  it("says that it runs as it was compiled where somebody asks npm to build it", () => {
    const compiled = run("build.cjs", []);
    expect(compiled.status).toBe(0);
    expect(compiled.stderr).toContain("dist/ runs as it was compiled");
    rmSync(place("dist", "main.js"));
    const nothing = run("build.cjs", []);
    expect(nothing.status).toBe(1);
    expect(nothing.stderr).toContain("run `npm ci` without --omit=dev");
  });
});

test("what is shipped depends on free software alone", () => {
  // CDKTF brings these inside of its own archive.
  const bundled = /^node_modules\/cdktf\/node_modules\//;
  const packages = Object.entries(block(read(join(ROOT, "package-lock.json"))["packages"])).map(
    ([name, each]) => [name, block(each)] as const,
  );
  const wrong = packages.filter(
    ([name, { dev, license }]) => name !== "" && dev !== true && !bundled.test(name) && !LICENCES.test(String(license)),
  );
  expect(wrong).toEqual([]);
  expect(packages.length).toBeGreaterThan(100);
});
