import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PLANTS } from "../../../local/rows-check/plants";

/** Generated JSON as it was reviewed. */
const generated = (stack: string): string =>
  readFileSync(join(__dirname, "..", "..", "baseline", "prod", `prod-${stack}.json`), "utf8");

test.each(PLANTS)("$name changes the stack and leaves it JSON", ({ stack, edit }) => {
  const before = generated(stack);
  const after = edit(before);
  expect(after).not.toBe(before);
  expect(() => {
    JSON.parse(after);
  }).not.toThrow();
});

test.each(PLANTS)("$name is refused where the stack has nothing of the kind", ({ edit }) => {
  expect(() => edit("{}")).toThrow("the stack does not say");
});
