import { readStatement } from "../../../audit/lineage/sql/statement";

const MERGE = `
  -- brings "loan" up to date
  MERGE INTO "loans"."loan" AS t
  USING (
    SELECT "op", "loan_id", CAST("amount" AS decimal(12,2)) AS "amount", upper(trim(status)) status
    FROM (
      SELECT *, row_number() OVER (PARTITION BY "loan_id" ORDER BY "dms_commit_ts" DESC) AS newest
      FROM "loans_changes"."loan" WHERE "day" >= date_format(current_date, '%Y') AND region IN ('a', 'b')
    )
    WHERE newest = 1
  ) AS s
  ON t."loan_id" = s."loan_id"
  WHEN MATCHED AND s."op" = 'D' THEN DELETE
  WHEN MATCHED THEN UPDATE SET "amount" = s."amount", "status" = CASE WHEN s.status = '' THEN t.status ELSE s.status END
  WHEN NOT MATCHED AND s."op" <> 'D' THEN INSERT ("loan_id", "amount", "status") VALUES (s."loan_id", s."amount", s.status);`;

const origin = (column: string, database = "loans_changes") => ({ database, table: "loan", column });

describe("a statement", () => {
  it("of MERGE says which columns come from which, through inner queries and expressions", () => {
    const { database, table, columns, reads, conditions, deletes } = readStatement(MERGE);
    expect({ database, table }).toEqual({ database: "loans", table: "loan" });
    expect(Object.fromEntries(columns)).toEqual({
      loan_id: { origins: [origin("loan_id")], expressions: [] },
      amount: { origins: [origin("amount")], expressions: [`CAST("amount" AS decimal(12,2))`] },
      status: {
        origins: [origin("status"), origin("status", "loans")],
        expressions: ["upper(trim(status))", "CASE WHEN s.status = '' THEN t.status ELSE s.status END"],
      },
    });
    expect(reads).toEqual([{ database: "loans_changes", table: "loan" }]);
    expect(conditions).toEqual([`"day" >= date_format(current_date, '%Y') AND region IN ('a', 'b')`, "newest = 1"]);
    expect(deletes).toEqual([`WHEN MATCHED AND s."op" = 'D' THEN DELETE`]);
  });

  it("of INSERT reads joins, WITH and unions by position", () => {
    const { columns, reads, conditions } = readStatement(`
      INSERT INTO curated.client (id, name)
      WITH latest AS (SELECT id, max(name) AS label FROM raw.a GROUP BY id)
      SELECT l.id, concat(l.label, d.name) FROM latest l LEFT JOIN raw.d AS d ON d.id = l.id WHERE d.name IS NOT NULL
      UNION ALL
      SELECT key, title FROM raw.b`);
    expect(Object.fromEntries(columns)).toEqual({
      id: { origins: [from("a", "id"), from("b", "key")], expressions: [] },
      name: {
        origins: [from("a", "name"), from("d", "name"), from("b", "title")],
        expressions: ["max(name)", "concat(l.label, d.name)"],
      },
    });
    expect(reads).toEqual(["a", "d", "b"].map((table) => ({ database: "raw", table })));
    expect(conditions).toEqual(["d.id = l.id", "d.name IS NOT NULL"]);
  });

  it.each([
    ["UPDATE a SET b = 1", /MERGE or INSERT/],
    ["INSERT INTO a SELECT b FROM c", /without a list of columns/],
    ["INSERT INTO a (b) SELECT b FROM UNNEST(c)", /table function "unnest"/],
    ["INSERT INTO a (b) SELECT x.b FROM c y", /"x" is no table/],
    ["INSERT INTO a (b) VALUES (1)", /"SELECT" is expected at "VALUES/],
    ["MERGE INTO a USING (SELECT b FROM c) s ON a.b = s.b WHEN MATCHED THEN UPDATE SET b = s.d", /"s.d" is no column/],
    ["MERGE INTO a USING b s ON a.b = s.b WHEN MATCHED THEN INSERT (b, c) VALUES (s.b)", /2 columns get 1 values/],
  ])("that is not understood says so: %s", (sql, reason) => {
    expect(() => readStatement(sql)).toThrow(reason);
  });
});

const from = (table: string, column: string) => ({ database: "raw", table, column });
