import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkSecrets } from "../../../local/check/trial-checks";

const PASSWORD = 'pa"ss\\word';
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lake-secrets-"));
  mkdirSync(join(folder, "state"));
  writeFileSync(join(folder, "state", "a.tfstate"), '{"secret_string_wo": null}');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const NAME = "no password is in generated JSON, states and logs";

test("a run that left no password passes", () => {
  expect(checkSecrets([PASSWORD], folder)).toEqual({ kind: "passed", name: NAME });
});

test.each([
  ["as it is", PASSWORD],
  ["as JSON writes it", JSON.stringify({ password: PASSWORD })],
])("a file that holds a password %s fails, with its name", (_, content) => {
  writeFileSync(join(folder, "state", "b.log"), content);
  expect(checkSecrets([PASSWORD], folder)).toEqual({
    kind: "failed",
    name: NAME,
    problems: [`${join("state", "b.log")} holds a password`],
  });
});

test("providers' programs are not searched", () => {
  mkdirSync(join(folder, ".terraform"));
  writeFileSync(join(folder, ".terraform", "provider"), PASSWORD);
  expect(checkSecrets([PASSWORD], folder).kind).toBe("passed");
});

test("accounts without a password are no success", () => {
  expect(checkSecrets([], folder).kind).toBe("skipped");
});
