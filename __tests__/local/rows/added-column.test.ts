import { unasked } from "../../../local/rows/added-column";

const added = {
  table: "loans_changes.loan",
  found: "column channel is in 3 of 9 files, but is not declared",
  look: "it",
};
const other = { table: "loans_changes.loan", found: "column amount is declared, but is in none", look: "it" };

test("a column that the bank was asked to add is no mistake, and everything else is", () => {
  expect(unasked("column", [added])).toEqual([]);
  expect(unasked("column", [added, other])).toEqual([`${other.table}: ${other.found}. Look at it.`]);
  expect(unasked(undefined, [added])).toEqual([`${added.table}: ${added.found}. Look at it.`]);
});

test("a column that was added and that nobody notices is a mistake", () => {
  expect(unasked("column", [])).toEqual(["nobody notices column channel of loan"]);
});
