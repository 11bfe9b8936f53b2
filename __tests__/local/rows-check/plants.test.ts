import { PLANTS } from "../../../local/rows-check/plants";
import { synthesized } from "../../support/synthesized";

const bank = synthesized();
const generated = (stack: string): string => JSON.stringify(bank.stack(`prod-${stack}`), undefined, 2);

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
