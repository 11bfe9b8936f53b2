import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import * as fc from "fast-check";
import { ATHENA_FUNCTIONS } from "../../../local/engine/athena-to-duckdb";
import { column } from "../../../model/contract/column";
import { loadStatement, mergeStatement } from "../../../model/sql/merge";
import { isMoment, momentOf } from "../../../model/sql/microseconds";
import { answer } from "../../support/duck";
import { sourceOf, table } from "../../support/sources";

let connection: DuckDBConnection;

beforeAll(async () => {
  connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
  for (const setup of ATHENA_FUNCTIONS) await connection.run(setup);
});
afterAll(() => connection.closeSync());

const moment = async (number: string): Promise<readonly string[]> =>
  answer(connection, `SELECT ${momentOf("at")}, ${isMoment("at")} FROM (SELECT CAST(${number} AS BIGINT) AS at)`);

// The same numbers and moments were read by Trino 476.
describe("the moment of a number of microseconds", () => {
  it.each([
    ["-62135596800000000", "0001-01-01 00:00:00"],
    ["-62135596799999999", "0001-01-01 00:00:00.000001"],
    ["-12219681599876544", "1582-10-10 12:00:00.123456"],
    ["-1", "1969-12-31 23:59:59.999999"],
    ["0", "1970-01-01 00:00:00"],
    ["1782863999999999", "2026-06-30 23:59:59.999999"],
    ["253402300799999999", "9999-12-31 23:59:59.999999"],
  ])("%s is %s", async (number, expected) => {
    expect(await moment(number)).toEqual([`${expected} true`]);
  });

  it.each([
    ["before year 1", "-62135596800000001"],
    ["after year 9999", "253402300800000000"],
    ["infinity", "9223372036854775807"],
    ["the infinity before all time", "-9223372036854775807"],
  ])("is none %s", async (_, number) => {
    expect(await moment(number)).toEqual([" false"]);
  });

  it("keeps every digit of any moment that Athena knows", async () => {
    await fc.assert(
      fc.asyncProperty(fc.bigInt(-62_135_596_800_000_000n, 253_402_300_799_999_999n), async (number) => {
        expect(await answer(connection, `SELECT epoch_us(${momentOf("at")}) FROM (SELECT ${number} AS at)`)).toEqual([
          String(number),
        ]);
      }),
      { numRuns: 50 },
    );
  });
});

describe("a table whose key has a moment", () => {
  const contract = table(
    "rate",
    { valid_from: column("timestamp(6)", "internal", "From"), id: column("bigint", "internal", "Key") },
    2,
  );

  it.each([
    ["merge", mergeStatement],
    ["load", loadStatement],
  ])("leaves rows out at %s whose moment is none, as they would be inserted again and again", (_, statement) => {
    const sql = statement(sourceOf(contract), contract);
    expect(sql).toContain(`${isMoment("valid_from")} AND "id" IS NOT NULL`);
    expect(sql).toContain(`${momentOf("valid_from")} AS "valid_from"`);
  });
});
