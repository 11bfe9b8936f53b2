import { column } from "../../../model/contract/column";
import { mergeStatement, since } from "../../../model/sql/merge";
import { sourceOf, table } from "../../support/sources";

const key = column("bigint", "internal", "Key");
const statement = (...tables: Parameters<typeof table>): string => {
  const contract = table(...tables);
  return mergeStatement(sourceOf(contract), contract);
};
const line = (text: string, beginning: string): string =>
  text.split("\n").find((each) => each.trim().startsWith(beginning)) ?? "missing";

describe("the merge of a small table", () => {
  const merge = statement("loan", {
    loan_id: key,
    amount: column("decimal(12,2)", "confidential", "Amount"),
    rating: column("smallint", "restricted", "Rating"),
    national_id: column("varchar(11)", "forbidden", "Number"),
  });

  it("is this statement", () => {
    expect(merge).toBe(
      `MERGE INTO "bank"."loan" AS t
USING (
  SELECT "op", "loan_id", "amount", "rating"
  FROM (
    SELECT "op", "loan_id", "amount", "rating", row_number() OVER (PARTITION BY "loan_id" ORDER BY "_stage" DESC, "dms_commit_ts" DESC, "_order" DESC) AS "_rank"
    FROM (
      SELECT 2 AS "_stage", "op", "dms_commit_ts", lpad(coalesce("dms_change_seq", ''), 50, '0') AS "_order", "loan_id", "amount", CAST("rating" AS integer) AS "rating"
      FROM "bank_changes"."loan"
      WHERE "dms_commit_date" >= substr('{}', 1, 10) AND "dms_commit_ts" >= '{}' AND "loan_id" IS NOT NULL
    )
  )
  WHERE "_rank" = 1
) AS s
ON t."loan_id" = s."loan_id"
WHEN MATCHED AND s."op" = 'D' THEN DELETE
WHEN MATCHED THEN UPDATE SET "amount" = s."amount", "rating" = s."rating"
WHEN NOT MATCHED AND s."op" <> 'D' THEN INSERT ("loan_id", "amount", "rating") VALUES (s."loan_id", s."amount", s."rating")`,
    );
  });

  it("knows nothing of forbidden columns", () => {
    expect(merge).not.toContain("national_id");
  });

  it("takes the time from which on it reads, and nothing else", () => {
    expect(merge.match(/\{\}/g)).toHaveLength(2);
    expect(since(merge, "2026-11-20 10:00:00")).toContain(
      `"dms_commit_date" >= substr('2026-11-20 10:00:00', 1, 10) AND "dms_commit_ts" >= '2026-11-20 10:00:00'`,
    );
  });
});

describe("the merge of a table with a key of two columns", () => {
  const merge = statement("instalment", { loan_id: key, number: key, due_on: column("date", "internal", "Day") }, 2);

  it("tells rows apart by both", () => {
    expect(merge).toContain('PARTITION BY "loan_id", "number" ORDER BY');
    expect(line(merge, "ON ")).toBe('ON t."loan_id" = s."loan_id" AND t."number" = s."number"');
    expect(line(merge, "WHEN MATCHED THEN")).toBe('WHEN MATCHED THEN UPDATE SET "due_on" = s."due_on"');
  });
});

describe("the merge of a table that is nothing but its key", () => {
  const merge = statement("member", { club: key, person: key }, 2);

  it("inserts and deletes, but has nothing to update", () => {
    expect(merge).not.toContain("UPDATE");
    expect(merge).toContain("THEN DELETE");
    expect(merge).toContain('INSERT ("club", "person") VALUES (s."club", s."person")');
  });
});

describe("names in a merge", () => {
  it("may be reserved words", () => {
    const merge = statement("transaction", { order: key, select: column("int", "internal", "Number") });
    expect(merge).toContain('MERGE INTO "bank"."transaction" AS t');
    expect(line(merge, "WHEN MATCHED THEN")).toBe('WHEN MATCHED THEN UPDATE SET "select" = s."select"');
  });

  it("are lower case, as in the catalog, even when the source's are not", () => {
    const merge = statement("Loan", { LoanId: key, Amount: column("int", "internal", "Amount") });
    expect(merge).not.toMatch(/"LoanId"|"Amount"/);
    expect(line(merge, "ON ")).toBe('ON t."loanid" = s."loanid"');
  });
});
