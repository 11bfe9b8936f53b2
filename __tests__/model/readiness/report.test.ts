import type { ExistingDatabase, Source } from "../../../model/landscape/types";
import { readinessPlan } from "../../../model/readiness/plan";
import { readinessReport } from "../../../model/readiness/report";
import { first } from "../../support/json";
import { prod } from "../../support/landscapes";
import { AWS_DATABASE, BANK_DATABASE, withExistingDatabase } from "../../support/producers";

const report = (existing: ExistingDatabase, engine: Source["engine"]): string => {
  const environment = first(withExistingDatabase(existing, engine).environments);
  const producer = first(environment.producers);
  return readinessReport(environment, producer, first(producer.sources));
};

describe("the printed readiness of an existing database", () => {
  it.each([
    ["mysql", AWS_DATABASE, "CALL mysql.rds_set_configuration('binlog retention hours', (SELECT GREATEST(72, "],
    ["mysql", BANK_DATABASE, "GREATEST(@@global.binlog_expire_logs_seconds, 259200));"],
    ["postgresql", AWS_DATABASE, "GRANT rds_replication TO lake_replication;"],
    ["postgresql", BANK_DATABASE, "ALTER ROLE lake_replication WITH REPLICATION;"],
  ] as const)("of %s %# has the words of who runs it", (engine, existing, sql) => {
    expect(report(existing, engine)).toContain(sql);
  });

  it.each(["mysql", "postgresql"] as const)("of %s names network, secret and a place for the password", (engine) => {
    const text = report(BANK_DATABASE, engine);
    expect(text).toContain("[ ] loans.db.examplebank.example resolves inside the network of DMS");
    expect(text).toContain("lets in port 3307 from the security group prod-loans-dms.");
    expect(text).toContain(`[ ] The secret ${BANK_DATABASE.secretArn} has host, port, username and password`);
    expect(text).toContain("'<password of the secret>'");
    expect(text).not.toContain(":verifier");
    expect(text.includes("BEGIN;")).toBe(engine === "postgresql");
  });
});

describe("the printed readiness of a cluster", () => {
  const [producer] = prod.producers;
  it("says that a stack does it", () => {
    if (producer === undefined) throw new Error("no producer");
    expect(readinessReport(prod, producer, first(producer.sources))).toContain(
      "[ ] The readiness-loans stack does all of this",
    );
  });
});

describe("readiness plans", () => {
  it.each(prod.producers.flatMap(({ sources }) => sources))(
    "of $name have short statements without colons but the verifier's",
    (source) => {
      const { before, statements, after } = readinessPlan(source);
      for (const { sql } of [...before, ...statements, ...after]) {
        // https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_ExecuteStatement.html
        expect(sql.length).toBeLessThan(65_536);
        expect(sql.replaceAll(":verifier", "")).not.toContain(":");
      }
    },
  );

  it("of many wide tables keep to the limit of a statement, and name every table in every question of tables", () => {
    const source = first(prod.producers.flatMap(({ sources }) => sources).filter(({ name }) => name === "deposits"));
    const columns = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `a_column_with_a_long_name_${index}`,
        { type: "varchar(200)", classification: "internal", description: "Text" } as const,
      ]),
    );
    const tables = Array.from({ length: 120 }, (_, index) => ({
      ...first(source.tables),
      name: `a_table_with_a_long_name_${index}`,
      columns: { ...first(source.tables).columns, ...columns },
    }));
    const { before, statements, after } = readinessPlan({ ...source, tables });
    for (const { sql } of [...before, ...statements, ...after]) expect(sql.length).toBeLessThan(65_536);
    const types = before.filter(({ question }) => question === "Each column has the type of its contract");
    expect(types.length).toBeGreaterThan(1);
    for (const { name } of tables) expect(types.filter(({ sql }) => sql.includes(`'${name}'`))).toHaveLength(1);
  });
});
