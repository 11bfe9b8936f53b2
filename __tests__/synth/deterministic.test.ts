import { mkdtempSync, rmSync } from "node:fs";
import { homedir, hostname, tmpdir } from "node:os";
import { join } from "node:path";
import type { App } from "cdktf";
import { addStacks } from "../../stacks";
import { synthesize } from "../../synth/synthesize";
import { landscape } from "../landscape";
import { contents, different, type Files, temporaryFolder } from "../support/folders";

const place = temporaryFolder();
const bank = (app: App): void => landscape.environments.forEach((environment) => addStacks(app, environment));

function synthesizedTo(name: string, at = place()): Files {
  const folder = join(at, name);
  synthesize(bank, { folder });
  return contents(folder);
}

describe("the output", () => {
  const first = mkdtempSync(join(tmpdir(), "lake-test-"));
  let once: Files;
  beforeAll(() => {
    once = synthesizedTo("once", first);
  });
  afterAll(() => rmSync(first, { recursive: true, force: true }));

  it("is the same, byte for byte, in another folder, and over an older one", () => {
    expect(Object.keys(once).length).toBeGreaterThan(20);
    expect(different(once, synthesizedTo("elsewhere/and/deeper"))).toEqual([]);
    expect(different(once, synthesizedTo("elsewhere/and/deeper"))).toEqual([]);
  });

  it("names no place of this machine", () => {
    const text = Object.values(once).join("\n");
    for (const local of [first, tmpdir(), homedir(), process.cwd(), hostname()].filter((name) => name.length > 3)) {
      expect(text.includes(local)).toBe(false);
    }
  });
});
