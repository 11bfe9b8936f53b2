import type { SavedQuery } from "../../../model/landscape/types";
import { parameterCount, placeholders, rendered } from "../../../model/queries/placeholders";

const query = (sql: string): SavedQuery => ({
  name: "q",
  question: "?",
  tables: { t: "deposits.transaction" },
  parameters: [],
  sql,
});

describe("placeholders", () => {
  it("are tables and columns by alias; others have no alias", () => {
    expect(placeholders("SELECT {t.amount} FROM {t} WHERE {T.x}")).toEqual([
      { text: "t.amount", alias: "t", column: "amount" },
      { text: "t", alias: "t" },
      { text: "T.x", alias: "" },
    ]);
  });

  it("become quoted names, so that reserved words need no list", () => {
    expect(rendered(query("SELECT {t.amount} FROM {t}"))).toBe(
      'SELECT "t"."amount" FROM "deposits"."transaction" AS "t"',
    );
  });
});

describe("parameters", () => {
  const sql = "SELECT '?', {t.amount} FROM {t} -- why?\nWHERE {t.amount} > ? AND {t.direction} = ?";

  it("are counted outside texts and comments", () => {
    expect(parameterCount(sql)).toBe(2);
  });

  it("are filled in order outside texts and comments, and stay where a value is missing", () => {
    expect(rendered(query(sql), ["10", "'debit'"])).toBe(
      `SELECT '?', "t"."amount" FROM "deposits"."transaction" AS "t" -- why?\nWHERE "t"."amount" > 10 AND "t"."direction" = 'debit'`,
    );
    expect(rendered(query("SELECT ? FROM {t} WHERE 1 = ?"), ["1"])).toContain("SELECT 1 FROM");
    expect(rendered(query("SELECT ? FROM {t} WHERE 1 = ?"), ["1"])).toContain("1 = ?");
  });
});
