import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Journal } from "../../../../operations/deploy/record/journal";
import { mendLocalState, setAsideCutState } from "../../../../operations/deploy/recovery/local-state";
import { Processes } from "../../../../operations/process/processes";
import { temporaryFolder } from "../../../support/folders";

const folder = temporaryFolder();
const state = (serial: number): string => JSON.stringify({ version: 4, serial, resources: [] });

/** Mends the state of a stack whose folder and state have these files. */
async function mend(files: Readonly<Record<string, string>>, json: object = localBackend) {
  for (const part of ["stack", "logs"]) mkdirSync(join(folder(), part));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder(), name), text);
  const notes: string[] = [];
  const context = {
    step: { id: "a", account: "a", wave: 1, folder: join(folder(), "stack"), after: [] },
    run: { name: "r", folder: folder(), journal: new Journal(join(folder(), "journal")) },
    processes: new Processes(),
    environment: {},
    logs: join(folder(), "logs"),
    lockTimeout: "1s",
    onEvent: () => undefined,
    note: (line: string) => void notes.push(line),
  };
  const forgotten = await mendLocalState(context, { ...json });
  return { forgotten, notes, setAside: setAsideCutState(context) };
}

const localBackend = { terraform: { backend: { local: { path: "../a.tfstate" } } } };
const read = (name: string): string | undefined =>
  existsSync(join(folder(), name)) ? readFileSync(join(folder(), name), "utf8") : undefined;

test.each([
  ["a whole state", { "a.tfstate": state(2) }],
  ["an empty one, which Terraform makes before it has anything to write", { "a.tfstate": "" }],
  ["none", {}],
])("%s is left alone", async (_, files: Readonly<Record<string, string>>) => {
  expect(await mend(files)).toEqual({ forgotten: false, notes: [], setAside: false });
  expect(read("a.tfstate")).toBe(files["a.tfstate"]);
});

test("one that was cut off goes, is kept among the logs, and makes room for the state that Terraform saved elsewhere", async () => {
  const cut = state(3).slice(0, 20);
  expect((await mend({ "a.tfstate": cut, "stack/errored.tfstate": state(3) })).forgotten).toBe(false);
  expect(read("a.tfstate")).toBeUndefined();
  expect(read("logs/broken.tfstate")).toBe(cut);
  expect(read("stack/errored.tfstate")).toBe(state(3));
});

test("without that the backup comes back, and what was done since is forgotten", async () => {
  const { forgotten, notes } = await mend({ "a.tfstate": "{", "a.tfstate.backup": state(1) });
  expect(forgotten).toBe(true);
  expect(read("a.tfstate")).toBe(state(1));
  expect(notes[0]).toMatch(/cut off .* went back to .*a\.tfstate\.backup/);
});

test("a saved state that is cut off itself is none, and without a backup it begins from nothing", async () => {
  const { forgotten, notes, setAside } = await mend({ "a.tfstate": "{", "stack/errored.tfstate": "{" });
  expect([forgotten, setAside]).toEqual([true, true]);
  expect(read("stack/errored.tfstate")).toBeUndefined();
  expect(read("logs/cut-off.errored.tfstate")).toBe("{");
  expect(read("a.tfstate")).toBeUndefined();
  expect(notes[0]).toMatch(/went back to the beginning/);
});

test("a state that is kept elsewhere is not looked for", async () => {
  expect((await mend({ "a.tfstate": "{" }, { terraform: { backend: { s3: {} } } })).forgotten).toBe(false);
  expect(read("a.tfstate")).toBe("{");
});
