import { mkdirSync } from "node:fs";
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

function synthesizedTo(name: string): Files {
  const folder = join(place(), name);
  synthesize(bank, { folder });
  return contents(folder);
}

/** Names of files that only one has, or that are not the same in both. */
const different = (one: Files, other: Files): readonly string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => one[name] !== other[name]);

describe("the output", () => {
  it("is the same, byte for byte, in two syntheses to two folders", () => {
    const [one, other] = [synthesizedTo("one"), synthesizedTo("elsewhere/and/deeper")];
    expect(Object.keys(one).length).toBeGreaterThan(20);
    expect(different(one, other)).toEqual([]);
  });

  it("is the same over an older one", () => {
    const first = synthesizedTo("out");
    expect(different(first, synthesizedTo("out"))).toEqual([]);
  });

  it("names no place of this machine", () => {
    const text = Object.values(synthesizedTo("out")).join("\n");
    for (const local of [place(), tmpdir(), homedir(), process.cwd(), hostname()].filter((name) => name.length > 3)) {
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
    expect(different(synthesizedTo("here"), contents(join(cwd, "cdktf.out")))).toEqual([]);
  });
});
