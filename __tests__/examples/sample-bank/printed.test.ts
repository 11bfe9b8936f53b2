import * as fc from "fast-check";
import { addMonths, date, mysqlMoment, nextMonth, postgresqlMoment } from "../../../examples/sample-bank/calendar";
import { money, rate } from "../../../examples/sample-bank/money";
import { cardNumber, iban, nationalId } from "../../../examples/sample-bank/numbers";
import { momentText } from "../../../local/moments";
import { duckDbColumnType } from "../../../local/source-systems/column-types";

const micros = (text: string): number => Date.parse(text) * 1000;
const day = (text: string): number => Date.parse(text) / 86_400_000;

describe("what databases print", () => {
  it("writes money with two decimals", () => {
    expect([0, 1, -1, 10, -12_345, 999_999_999_999].map(money)).toEqual([
      "0.00",
      "0.01",
      "-0.01",
      "0.10",
      "-123.45",
      "9999999999.99",
    ]);
    fc.assert(
      fc.property(fc.maxSafeInteger(), (cents) => {
        expect(Number(money(cents).replace(".", ""))).toBe(cents === 0 ? 0 : cents);
      }),
    );
  });

  it("writes rates with four decimals", () => {
    expect([0, 1, 450, 12_500].map(rate)).toEqual(["0.0000", "0.0001", "0.0450", "1.2500"]);
  });

  it("writes every digit of a moment, each database in its way", () => {
    const moment = micros("2026-03-01T09:08:07.120Z") + 999;
    expect(mysqlMoment(moment)).toBe("2026-03-01 09:08:07.120999");
    expect(postgresqlMoment(moment)).toBe("2026-03-01 09:08:07.120999");
    expect(postgresqlMoment(micros("2026-03-01T09:08:07.120Z"))).toBe("2026-03-01 09:08:07.12");
    expect(postgresqlMoment(micros("2026-03-01T09:08:07Z"))).toBe("2026-03-01 09:08:07");
  });

  it("keeps the microseconds of a commit", () => {
    expect(momentText(BigInt(micros("2026-03-01T09:08:07.120Z") + 45))).toBe("2026-03-01 09:08:07.120045");
  });

  it("counts months as people do", () => {
    expect(date(addMonths(day("2026-01-31"), 1))).toBe("2026-02-28");
    expect(date(addMonths(day("2026-03-15"), -3))).toBe("2025-12-15");
    expect(nextMonth(micros("2026-12-31T23:59:59Z"))).toBe(micros("2027-01-01T00:00:00Z"));
  });

  it("has a DuckDB type for what is declared, and keeps as text what DuckDB has none for", () => {
    expect(duckDbColumnType("mysql", { type: "decimal(12,2)" })).toBe("DECIMAL(12,2)");
    expect(duckDbColumnType("mysql", { type: "enum('a','b')" })).toBe("VARCHAR");
    expect(duckDbColumnType("mysql", { type: "geometry" })).toBe("VARCHAR");
  });
});

describe("numbers with check digits", () => {
  it("writes IBANs that pass ISO 7064", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (account) => {
        const text = iban(account);
        expect(text).toMatch(/^CZ\d{22}$/);
        expect(BigInt(`${text.slice(4)}1235${text.slice(2, 4)}`) % 97n).toBe(1n);
      }),
    );
  });

  it("writes card numbers that pass Luhn's test", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (card) => {
        const digits = cardNumber(card).split("").toReversed().map(Number);
        const doubled = digits.map((digit, index) => (index % 2 === 1 ? digit * 2 - (digit > 4 ? 9 : 0) : digit));
        expect(digits).toHaveLength(16);
        expect(doubled.reduce((sum, digit) => sum + digit, 0) % 10).toBe(0);
      }),
    );
  });

  it("writes birth numbers as long as the column", () => {
    expect(nationalId("1987-03-04", "F", 123_456)).toBe("875304/3456");
    expect(nationalId("1987-03-04", "M", 7)).toBe("870304/0007");
  });
});
