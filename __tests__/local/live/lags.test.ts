import { SECOND } from "../../../local/durations";
import { writtenAt } from "../../../local/live/lags";
import { lagTable } from "../../../local/live/table";
import { timeOf } from "../../../local/rows/clock";

test("a file's name says when it was written", () => {
  expect(writtenAt("s3://raw/loan/2026-06-30/20260630-150912345.parquet")).toBe(timeOf("2026-06-30T15:09:12.345Z"));
  expect(writtenAt("s3://raw/loan/LOAD00000001.parquet")).toBeUndefined();
});

test("the table shows how long a commit took to be merged, and a dash where nothing has come", () => {
  const commit = timeOf("2026-06-30T15:00:00Z");
  const raw = { commit, at: commit + 60n * SECOND };
  const text = lagTable([
    { table: "loans.loan", source: commit, raw, curated: { commit, at: commit + 125n * SECOND } },
    { table: "loans.payment", source: undefined, raw: undefined, curated: undefined },
  ]);
  expect(text).toMatch(/loans\.loan\s+│ 15:00:00\s+│ 15:00:00\s+│ 15:01:00\s+│ 15:00:00\s+│ 15:02:05\s+│ 2 min 05 s/);
  expect(text).toMatch(/loans\.payment │ -\s+│ -/);
});
