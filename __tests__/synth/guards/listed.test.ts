import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { traps } from "../../../synth/guards/traps";

const GUARDS = join(__dirname, "../../../synth/guards");
const files = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && name !== "index.ts")
    .map((name) => name.replace(".ts", ""));

/** `dms-s3-key` is exported as `dmsS3Key`. */
const exported = (file: string): string => file.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Names in the last list of an index file. */
const listed = (folder: string): readonly string[] =>
  (/= \[([^\]]*)\];/.exec(readFileSync(join(folder, "index.ts"), "utf8"))?.[1] ?? "").match(/\w+/g) ?? [];

describe("the lists of guards", () => {
  it("hold every trap", () => {
    const found = files(join(GUARDS, "traps")).map(exported);
    expect(listed(join(GUARDS, "traps"))).toEqual(found.toSorted());
    expect(traps).toHaveLength(found.length);
  });

  it("hold every other guard of the output, and all traps", () => {
    const pure = files(GUARDS).filter((name) => !["construct-guards", "output-guard"].includes(name));
    expect(listed(GUARDS)).toEqual([...pure.map(exported).toSorted(), "traps"]);
  });

  it("are each tested", () => {
    const tests = files(join(GUARDS, "traps")).map((name) => `${name}.test`);
    expect(files(join(__dirname, "traps"))).toEqual(tests);
  });
});
