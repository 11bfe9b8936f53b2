import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LEFT_OUT } from "../../local/made-rows";
import { NOT_IMITATED } from "../../local/replication";

const page = readFileSync(join(__dirname, "..", "..", "docs", "rows.md"), "utf8");

test.each([
  ["of DMS is not imitated", NOT_IMITATED],
  ["is never made", LEFT_OUT],
])("the page of the rows says what %s", (_, sentences) => {
  expect(sentences.length).toBeGreaterThan(0);
  expect(sentences.filter((sentence) => !page.includes(`- ${sentence}\n`))).toEqual([]);
});
