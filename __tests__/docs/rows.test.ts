import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NOT_IMITATED } from "../../local/replication";

test("the page of the rows says what of DMS is not imitated", () => {
  const page = readFileSync(join(__dirname, "..", "..", "docs", "rows.md"), "utf8");
  expect(NOT_IMITATED.filter((sentence) => !page.includes(`- ${sentence}\n`))).toEqual([]);
});
