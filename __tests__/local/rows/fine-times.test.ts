import type { PlannedTable } from "../../../local/replication";
import { fineTimes } from "../../../local/rows/fine-times";

const column = (type: string): PlannedTable["columns"][number] => ({
  source: { name: "a", type: "any", nullable: true },
  name: "a",
  type,
  isKey: false,
  isLob: false,
  loses: undefined,
});
const carrier = (milliseconds: boolean, type: string) => ({
  task: { name: "loans", target: { milliseconds } },
  plans: [{ columns: [column(type)] }],
});

test("times in microseconds are found, with the setting that mends them", () => {
  expect(fineTimes([carrier(false, "TIMESTAMP")])).toEqual([
    "task loans writes times in microseconds, and Athena and Glue read milliseconds: ParquetTimestampInMillisecond of its S3 endpoint must be true",
  ]);
});

test.each([
  ["in milliseconds", carrier(true, "TIMESTAMP_MS")],
  ["of no column", carrier(false, "DATE")],
])("times %s are fine", (_, each) => {
  expect(fineTimes([each])).toEqual([]);
});
