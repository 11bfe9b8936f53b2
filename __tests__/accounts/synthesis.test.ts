import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { landscape } from "../../accounts";
import { loadLandscape } from "../../model/landscape/load";
import { readTablesLocks } from "../../synth/tables-locks";
import { runMain } from "../support/child";
import { contents, different, temporaryFolder } from "../support/folders";
import { block } from "../support/json";

const place = temporaryFolder();

/** Output of `main.ts` in a process of its own, somewhere below the test's folder. */
function synthesizedAt(folder: string, umask: number, env: Readonly<Record<string, string>>): string {
  const cwd = join(place(), folder);
  mkdirSync(cwd, { recursive: true });
  runMain({ cwd, umask, env: { HOME: cwd, USER: "somebody", ...env } });
  return join(cwd, "cdktf.out");
}

test("the landscape passes its checks, with the tables that are recorded as deployed", () => {
  const { environments } = loadLandscape(landscape, { deployed: readTablesLocks(landscape) });
  expect(environments.map(({ name }) => name)).toEqual(landscape.environments.map(({ name }) => name));
});

test("every stack is the same, byte for byte, in another folder, time zone and locale, and under another umask", () => {
  const one = synthesizedAt("one", 0o077, { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" });
  const other = synthesizedAt("other/and/deeper", 0o000, { TZ: "Pacific/Pago_Pago", LANG: "C", LC_ALL: "C" });
  const files = contents(one);
  expect(different(files, contents(other))).toEqual([]);
  const { stacks } = block(JSON.parse(files["manifest.json"] ?? "{}"));
  expect(readdirSync(join(one, "stacks")).toSorted()).toEqual(Object.keys(block(stacks)).toSorted());
  for (const { name } of landscape.environments) {
    expect(Object.keys(block(stacks)).filter((id) => id.startsWith(`${name}-`))).not.toEqual([]);
  }
});
