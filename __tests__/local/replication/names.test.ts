import { changeName, dateFolder, loadName, WritingTimes } from "../../../local/replication/names";
import type { DateFolder } from "../../../local/replication/types";
import { at } from "../../support/replication/source";

test("files of a load are counted in hexadecimal digits", () => {
  expect([1, 9, 10, 15, 16, 255].map(loadName)).toEqual([
    "LOAD00000001.parquet",
    "LOAD00000009.parquet",
    "LOAD0000000A.parquet",
    "LOAD0000000F.parquet",
    "LOAD00000010.parquet",
    "LOAD000000FF.parquet",
  ]);
});

test("change files are named by the thousandth of their writing", () => {
  expect(changeName(at("2026-01-31 23:59:59.123999"))).toBe("20260131-235959123.parquet");
});

test.each<readonly [DateFolder["sequence"], DateFolder["delimiter"], string]>([
  ["yyyymmdd", "slash", "2026/01/31/"],
  ["yyyymmdd", "dash", "2026-01-31/"],
  ["yyyymmdd", "underscore", "2026_01_31/"],
  ["yyyymmdd", "none", "20260131/"],
  ["yyyymmddhh", "dash", "2026-01-31-23/"],
  ["yyyymm", "dash", "2026-01/"],
  ["mmyyyydd", "dash", "01-2026-31/"],
  ["ddmmyyyy", "dash", "31-01-2026/"],
])("%s and %s give the folder %s", (sequence, delimiter, folder) => {
  expect(dateFolder({ sequence, delimiter }, at("2026-01-31 23:59:59.999999"))).toBe(folder);
});

test("without folders by date there is none", () => {
  expect(dateFolder(undefined, 0n)).toBe("");
});

test("no two files of a folder have one name", () => {
  const times = new WritingTimes();
  const noon = at("2026-01-31 12:00:00");
  expect([times.next("a/", noon), times.next("a/", noon), times.next("b/", noon), times.next("a/", noon)]).toEqual([
    noon,
    noon + 1000n,
    noon,
    noon + 2000n,
  ]);
});
