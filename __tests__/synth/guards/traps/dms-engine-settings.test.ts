import { findingsOn } from "../../../support/guarded";

const endpoint = (body: Readonly<Record<string, unknown>>) =>
  findingsOn("aws_dms_endpoint", { endpoint_id: "x", ...body }).map(({ cause, remedy }) => [cause, remedy]);

describe("the trap of engine settings", () => {
  it.each(["database_name", "postgres_settings"])("finds %s on MySQL", (attribute) => {
    expect(endpoint({ engine_name: "aurora", [attribute]: "lending" })).toEqual([
      [`${attribute} on an endpoint of engine aurora`, "remove it: the mappings name the databases"],
    ]);
  });

  it("finds PostgreSQL without its database or its settings", () => {
    expect(endpoint({ engine_name: "postgres", postgres_settings: {} })).toEqual([
      ["an endpoint of engine postgres without database_name", "add database_name"],
    ]);
    expect(endpoint({ engine_name: "aurora-postgresql", database_name: "corebank" })).toEqual([
      ["an endpoint of engine aurora-postgresql without postgres_settings", "add postgres_settings"],
    ]);
  });

  it("passes what fits, and other engines", () => {
    expect(endpoint({ engine_name: "mysql" })).toEqual([]);
    expect(endpoint({ engine_name: "postgres", database_name: "corebank", postgres_settings: {} })).toEqual([]);
    expect(endpoint({ engine_name: "s3", database_name: "x" })).toEqual([]);
  });
});
