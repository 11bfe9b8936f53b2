import { execFileSync } from "node:child_process";
import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { contents, temporaryFolder } from "../support/folders";

const ROOT = join(__dirname, "../..");
const MINUTES = 60_000;
const place = temporaryFolder();

const run = (command: string, args: readonly string[], cwd: string, outdir: string): void => {
  const env = { ...process.env, CDKTF_OUTDIR: outdir, CHECKPOINT_DISABLE: "1", CI: "1" };
  execFileSync(command, args, { cwd, env, stdio: "pipe" });
};

/** Stacks and manifest; not what Terraform keeps beside them. */
const output = (name: string): Readonly<Record<string, string>> => contents(join(place(), name));

describe("the compiled program", () => {
  beforeEach(() => run("npm", ["run", "--silent", "build"], ROOT, ""));

  it(
    "writes what the CDKTF CLI writes, byte for byte",
    () => {
      run(process.execPath, ["dist/main.js"], ROOT, join(place(), "direct"));
      run("npx", ["cdktf", "synth", "--output", join(place(), "cli")], ROOT, join(place(), "cli"));
      expect(output("cli")).toEqual(output("direct"));
      expect(Object.keys(output("direct")).length).toBeGreaterThan(20);
    },
    3 * MINUTES,
  );

  it(
    "writes the same from another project folder",
    () => {
      run(process.execPath, ["dist/main.js"], ROOT, join(place(), "here"));
      const copy = join(place(), "copy");
      for (const part of ["dist", "functions", "package.json", ".terraform.lock.hcl"]) {
        cpSync(join(ROOT, part), join(copy, part), { recursive: true });
      }
      symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
      run(process.execPath, ["dist/main.js"], copy, join(place(), "there"));
      expect(output("there")).toEqual(output("here"));
    },
    MINUTES,
  );
});
