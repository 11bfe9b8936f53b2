import { column } from "../../../model/contract/column";
import type { Source, TableContract } from "../../../model/landscape/types";
import { formOf } from "../../../model/reconciliation/forms";
import { reconciliationReport } from "../../../model/reconciliation/report";
import {
  comparedColumns,
  crossedStatement,
  curatedStatement,
  sourceStatement,
} from "../../../model/reconciliation/statements";
import { landscape } from "../../landscape";
import { first } from "../../support/json";
import { prod } from "../../support/landscapes";
import { syntaxErrors } from "../../support/trino";

const table: TableContract = {
  schema: "lending",
  name: "loan",
  description: "A loan",
  primaryKey: ["loan_id"],
  changedAt: "updated_at",
  onlyRows: [{ column: "loan_id", operator: "gte", value: "9007199254740993" }],
  columns: {
    loan_id: column("bigint", "internal", "Loan"),
    rate: column("double", "internal", "Not compared"),
    updated_at: column("timestamp(6)", "internal", "Last change"),
    national_id: column("varchar(11)", "forbidden", "Never in the lake"),
  },
};
const base = first(prod.producers.flatMap(({ sources }) => sources));
const mysql: Source = { ...base, tables: [table] };

const part = (text: string): string => `COALESCE(CONCAT('v', CHAR_LENGTH(${text}), '.', ${text}), 'n')`;

describe("the statements of a small table", () => {
  it("ask the source for settled rows that DMS delivers", () => {
    const id = "CAST(`loan_id` AS CHAR)";
    const at =
      "COALESCE(DATE_FORMAT(CONVERT_TZ(`updated_at`, @@session.time_zone, '+00:00'), '%Y-%m-%d %H:%i:%s.%f'), CAST(`updated_at` AS CHAR))";
    const row = `CONVERT(CONCAT(${part(id)}, ${part(at)}, CASE WHEN \`rate\` IS NULL THEN 'n' ELSE 'v' END) USING utf8mb4)`;
    expect(sourceStatement(mysql, table)).toBe(
      [
        `SELECT CAST(COUNT(*) AS CHAR) AS row_count, CAST(COALESCE(SUM(CAST(CONV(LEFT(MD5(${row}), 15), 16, 10) AS DECIMAL(20,0))), 0) AS CHAR) AS checksum`,
        "FROM `lending`.`loan`",
        "WHERE (`updated_at` < CONVERT_TZ(':cutoff', '+00:00', @@session.time_zone) OR `updated_at` IS NULL) AND `loan_id` >= 9007199254740993",
      ].join("\n"),
    );
  });

  it("ask Athena for the same, with the moment as their one parameter", () => {
    const statement = curatedStatement(mysql, table);
    expect(statement).toContain(
      'FROM "loans"."loan"\nWHERE ("updated_at" < CAST(? AS timestamp(6)) OR "updated_at" IS NULL)',
    );
    expect(statement.match(/\?/g)).toHaveLength(1);
    expect(statement.match(/"rate"[^|)]*/g)).toEqual([`"rate" IS NULL THEN 'n' ELSE 'v' END`]);
    expect(statement).not.toMatch(/9007199254740993|national_id/);
  });

  it("ask Athena for rows that do not meet the conditions, where there are any", () => {
    expect(crossedStatement(mysql, table)).toBe(
      [
        "SELECT CAST(COUNT(*) AS varchar) AS row_count",
        'FROM "loans"."loan"',
        'WHERE NOT COALESCE("loan_id" >= 9007199254740993, FALSE)',
      ].join("\n"),
    );
    const { onlyRows: _, ...all } = table;
    expect(crossedStatement(mysql, all)).toBeUndefined();
  });

  it("have no moment without a column for it", () => {
    const { changedAt: _, onlyRows: __, ...without } = table;
    expect(sourceStatement(mysql, without)).not.toContain("WHERE");
    expect(curatedStatement(mysql, without)).not.toContain("?");
  });

  it("are printed with the columns that are not compared", () => {
    const report = reconciliationReport(prod, mysql);
    expect(report).toContain(`there must be none\n${crossedStatement(mysql, table)};`);
    expect(report).toContain("-- lending.loan, at the source; only whether there is a value: rate\nSELECT");
    expect(report).toContain(`${curatedStatement(mysql, table)};`);
  });
});

describe("the statements of every contract", () => {
  const all = landscape.environments
    .flatMap(({ producers }) => producers.flatMap(({ sources }) => sources))
    .flatMap((source) => source.tables.map((each) => [source, each] as const));

  it("are Athena's SQL", () => {
    expect(all.length).toBeGreaterThan(12);
    expect(all.flatMap(([source, each]) => syntaxErrors(curatedStatement(source, each)))).toEqual([]);
  });

  it("compare the same columns at both sides, and each key", () => {
    for (const [source, each] of all) {
      const names = comparedColumns(source, each).map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining([...each.primaryKey]));
      for (const name of names) expect(curatedStatement(source, each)).toContain(`"${name}"`);
    }
  });
});

describe("the form of a type", () => {
  it.each([
    ["mysql", "bigint unsigned", "number"],
    ["mysql", "DECIMAL(12, 2)", "number"],
    ["mysql", "timestamp(6)", "instant"],
    ["mysql", "datetime", "moment"],
    ["mysql", "enum('a','b')", "text"],
    ["mysql", "bit(1)", "boolean"],
    ["mysql", "year", "year"],
    ["postgresql", "timestamptz", "instant"],
    ["postgresql", "timestamp(3) without time zone", "moment"],
    ["postgresql", "character(3)", "fixed"],
    ["postgresql", "uuid", "text"],
  ] as const)("of %s, %s, is %s", (family, type, form) => {
    expect(formOf(family, type)).toBe(form);
  });

  it.each([
    ["mysql", "double"],
    ["mysql", "float"],
    ["mysql", "time"],
    ["mysql", "json"],
    ["mysql", "set('a')"],
    ["mysql", "varbinary(16)"],
    ["postgresql", "real"],
    ["postgresql", "interval"],
    ["postgresql", "text"],
    ["postgresql", "jsonb"],
    ["postgresql", "inet"],
  ] as const)("of %s, %s, is none that all engines share", (family, type) => {
    expect(formOf(family, type)).toBeUndefined();
  });
});
