import { DuckDBInstance } from "@duckdb/node-api";
import { atTime, withParameters } from "../../../local/engine/athena-to-duckdb";
import { answer } from "../../support/duck";

const NOW = "2026-11-22T23:59:30.250Z";

describe("the simulated clock of a statement", () => {
  it.each([
    ["SELECT current_date", "SELECT DATE '2026-11-22'"],
    ["SELECT CURRENT_TIMESTAMP - x", "SELECT TIMESTAMP '2026-11-22 23:59:30.250' - x"],
    [
      "SELECT localtimestamp(3), now()",
      "SELECT TIMESTAMP '2026-11-22 23:59:30.250', TIMESTAMP '2026-11-22 23:59:30.250'",
    ],
    [
      `SELECT "current_date", 'it''s current_date' -- current_date`,
      `SELECT "current_date", 'it''s current_date' -- current_date`,
    ],
    ["SELECT /* now() */ current_dates, my_current_date", "SELECT /* now() */ current_dates, my_current_date"],
  ])("makes %s %s", (sql, expected) => {
    expect(atTime(sql, NOW)).toBe(expected);
  });

  it("is what the engine computes with", async () => {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const sql = "SELECT date_diff('day', DATE '2026-11-01', current_date), current_timestamp - INTERVAL '1' HOUR";
    expect(await answer(connection, atTime(sql, NOW))).toEqual(["21 2026-11-22 22:59:30.25"]);
    connection.closeSync();
  });
});

describe("parameters of a statement", () => {
  it("stand for the question marks outside quotes, in their order", () => {
    const sql = `SELECT '?', "?" FROM t WHERE a >= ? AND b = ? -- ?`;
    expect(withParameters(sql, ["30", "'what?'"])).toBe(`SELECT '?', "?" FROM t WHERE a >= 30 AND b = 'what?' -- ?`);
  });

  it.each([[[]], [["1", "2"]]])("are refused when they are too few or too many: %j", (parameters) => {
    expect(() => withParameters("SELECT ?", parameters)).toThrow(
      `Incorrect number of parameters: expected 1 but found ${parameters.length}`,
    );
  });
});
