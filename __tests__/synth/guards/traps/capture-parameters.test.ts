import { findingsOn } from "../../../support/guarded";

const group = (family: string, ...parameters: readonly (readonly [string, string])[]) =>
  findingsOn("aws_rds_cluster_parameter_group", {
    family,
    parameter: parameters.map(([name, value]) => ({ name, value })),
  }).map(({ cause, remedy }) => [cause, remedy]);

const told = (name: string) => [[`Aurora refuses to set ${name}`, "remove it: its value is right by default"]];

describe("the trap of capture parameters", () => {
  it.each([
    ["aurora-mysql8.0", "binlog_format", "ROW"],
    ["aurora-postgresql16", "rds.logical_replication", "1"],
  ])("finds a %s that logs no changes", (family, name, value) => {
    const missing = [
      `${name} is not ${value}, so DMS loads the tables once and sees no change`,
      `set ${name} to ${value} (model/replication/capture-parameters.ts)`,
    ];
    expect(group(family)).toEqual([missing]);
    expect(group(family, [name, "MIXED"])).toEqual([missing]);
    expect(group(family, [name, value])).toEqual([]);
  });

  it("finds parameters that Aurora refuses", () => {
    expect(group("aurora-mysql8.0", ["binlog_format", "ROW"], ["binlog_row_image", "FULL"])).toEqual(
      told("binlog_row_image"),
    );
    expect(group("aurora-postgresql16", ["rds.logical_replication", "1"], ["wal_level", "logical"])).toEqual(
      told("wal_level"),
    );
  });

  it("passes families that are no source", () => {
    expect(group("docdb5.0")).toEqual([]);
  });
});
