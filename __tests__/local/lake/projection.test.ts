import { partitionPlaces } from "../../../local/lake/catalog/partition-places";
import { dateProjection, projectedValues } from "../../../local/lake/catalog/projection";
import type { FileTable } from "../../../local/lake/catalog/types";

const NOW = new Date("2026-11-22T23:30:00Z");

const values = (properties: Readonly<Record<string, string>>): readonly string[] => {
  const all = { type: "date", format: "yyyy-MM-dd", range: "2026-11-20,NOW", ...properties };
  const parameters = Object.fromEntries(Object.entries(all).map(([name, value]) => [`projection.day.${name}`, value]));
  return projectedValues("db.t", dateProjection("db.t", "day", parameters), NOW);
};

describe("values of a projected date", () => {
  it.each([
    [{}, ["2026-11-20", "2026-11-21", "2026-11-22"]],
    [{ range: "2026-11-22,NOW+1DAYS" }, ["2026-11-22", "2026-11-23"]],
    [{ range: "NOW-1DAY,NOW" }, ["2026-11-21", "2026-11-22"]],
    [
      { range: "2026-11-01,2026-11-05", interval: "2", "interval.unit": "DAYS" },
      ["2026-11-01", "2026-11-03", "2026-11-05"],
    ],
    [{ format: "yyyy/MM", range: "2026/10,NOW" }, ["2026/10", "2026/11"]],
    [{ format: "yyyy", range: "2025,NOW", interval: "1", "interval.unit": "YEARS" }, ["2025", "2026"]],
    [{ format: "'day='yyyyMMdd", range: "day=20261122,NOW" }, ["day=20261122"]],
    [
      { format: "yyyy-MM-dd-HH", range: "2026-11-22-22,NOW", interval: "1", "interval.unit": "HOURS" },
      ["2026-11-22-22", "2026-11-22-23"],
    ],
    [{ range: "2026-12-01,NOW" }, []],
  ])("with %j are %j", (properties, expected) => {
    expect(values(properties)).toEqual(expected);
  });

  it.each([
    [{ type: "enum" }, "projection.day.type is enum; only date is imitated"],
    [{ format: "yyyy-MMM-dd" }, "its format yyyy-MMM-dd has MMM; write yyyy, MM, dd"],
    [{ range: "2026-11-20" }, "projection.day.range is 2026-11-20; write two dates"],
    [{ range: "2026-13-20,NOW" }, '"2026-13-20" is no date in the format yyyy-MM-dd'],
    [{ range: "NOW-1FORTNIGHT,NOW" }, "FORTNIGHT is no unit"],
    [{ format: "yyyy", range: "2025,NOW" }, "interval and interval.unit must be"],
    [{ interval: "0" }, "interval and interval.unit must be"],
    [{ interval: "1", "interval.unit": "SECONDS" }, "more than 100000 values"],
  ])("with %j are refused: %s", (properties, message) => {
    expect(() => values(properties)).toThrow(message);
  });
});

const table = (template?: string): FileTable => ({
  kind: "files",
  database: "db",
  name: "t",
  columns: [],
  place: { bucket: "raw", prefix: "loans/t/" },
  partitions: {
    columns: [{ name: "day", type: "string" }],
    projections: [{ column: "day", format: "yyyy-MM-dd", range: "NOW,NOW", interval: 1, unit: "DAYS" }],
    template,
  },
});

const urls = (of: FileTable): readonly string[] =>
  partitionPlaces(of, NOW).map(({ place }) => `s3://${place.bucket}/${place.prefix}`);

describe("places of partitions", () => {
  it.each([
    [undefined, "s3://raw/loans/t/day=2026-11-22/"],
    ["s3://raw/loans/t/${day}/", "s3://raw/loans/t/2026-11-22/"],
    ["s3://raw/loans/t/${day}", "s3://raw/loans/t/2026-11-22/"],
    ["s3://raw/loans/t${day}/", "s3://raw/loans/t2026-11-22/"],
    ["s3://other/x_${day}/y/", "s3://other/x_2026-11-22/y/"],
  ])("by the template %s are %s", (template, expected) => {
    expect(urls(table(template))).toEqual([expected]);
  });

  it("need every partition column in the template", () => {
    expect(() => urls(table("s3://raw/loans/t/"))).toThrow("it must contain ${day}");
  });

  it("are none when projection is off and the catalog lists none", () => {
    const of = table();
    const partitions = { columns: [{ name: "day", type: "string" }], projections: [], template: undefined };
    expect(urls({ ...of, partitions })).toEqual([]);
  });
});
