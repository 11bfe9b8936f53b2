import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { homedir, hostname, tmpdir } from "node:os";
import { join } from "node:path";
import type { App } from "cdktf";
import { landscape } from "../../accounts";
import { addStacks } from "../../stacks";
import { synthesize } from "../../synth/synthesize";
import { runMain } from "../support/child";
import { contents, temporaryFolder } from "../support/folders";

type Files = Readonly<Record<string, string>>;

const place = temporaryFolder();
const bank = (app: App): void => landscape.environments.forEach((environment) => addStacks(app, environment));

function synthesizedTo(name: string, at = place()): Files {
  const folder = join(at, name);
  synthesize(bank, { folder });
  return contents(folder);
}

/** Names of files that only one has, or that are not the same in both. */
const different = (one: Files, other: Files): readonly string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => one[name] !== other[name]);

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

  it.each([
    ["UTC+14, Turkish letters, files for the owner alone", "Pacific/Kiritimati", "tr_TR.UTF-8", 0o077],
    ["UTC-11, no locale, files for everybody", "Pacific/Pago_Pago", "C", 0o000],
  ])("is the same in another process: %s", (_, timeZone, locale, umask) => {
    const cwd = join(place(), "somewhere");
    mkdirSync(cwd);
    const env = { HOME: cwd, TZ: timeZone, LANG: locale, LC_ALL: locale, USER: "somebody" };
    runMain({ cwd, umask, env });
    expect(different(once, contents(join(cwd, "cdktf.out")))).toEqual([]);
  });
});
