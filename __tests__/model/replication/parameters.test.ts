import { captureParameters, parameterFamily } from "../../../model/replication/capture-parameters";

describe("cluster parameters", () => {
  it("of MySQL write row-based binlogs, insist on TLS and log who connects and changes rights", () => {
    expect(captureParameters("aurora-mysql")).toEqual([
      { name: "binlog_format", value: "ROW", applyMethod: "pending-reboot" },
      { name: "net_read_timeout", value: "300", applyMethod: "immediate" },
      { name: "net_write_timeout", value: "300", applyMethod: "immediate" },
      { name: "require_secure_transport", value: "ON", applyMethod: "immediate" },
      { name: "server_audit_events", value: "CONNECT,QUERY_DCL,QUERY_DDL", applyMethod: "immediate" },
      { name: "server_audit_logging", value: "1", applyMethod: "immediate" },
    ]);
  });

  it("of PostgreSQL replicate logically, insist on TLS and end dead sessions", () => {
    expect(captureParameters("aurora-postgresql")).toEqual([
      { name: "rds.force_ssl", value: "1", applyMethod: "immediate" },
      { name: "rds.logical_replication", value: "1", applyMethod: "pending-reboot" },
      { name: "wal_sender_timeout", value: "60000", applyMethod: "immediate" },
    ]);
  });
});

describe("the parameter group family", () => {
  it.each([
    ["aurora-mysql", "8.0.mysql_aurora.3.08.2", "aurora-mysql8.0"],
    ["aurora-mysql", "8.4.mysql_aurora.8.4.7", "aurora-mysql8.4"],
    ["aurora-postgresql", "16.6", "aurora-postgresql16"],
    ["aurora-postgresql", "17.9", "aurora-postgresql17"],
    ["aurora-postgresql", "18.3", "aurora-postgresql18"],
  ] as const)("of %s %s is %s", (engine, version, family) => {
    expect(parameterFamily(engine, version)).toBe(family);
  });
});
