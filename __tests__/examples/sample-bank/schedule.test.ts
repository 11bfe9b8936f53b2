import * as fc from "fast-check";
import { schedule } from "../../../examples/sample-bank/schedule";

const loans = fc.record({
  amount: fc.integer({ min: 100_000, max: 999_999_999_999 }),
  rate: fc.integer({ min: 0, max: 3_000 }),
  months: fc.integer({ min: 1, max: 60 }),
});
const totals = (parts: ReturnType<typeof schedule>) => parts.map(({ principal, interest }) => principal + interest);

describe("a repayment schedule", () => {
  it("is the annuity of the textbook", () => {
    // 1000.00 at 12 % a year over a year: 88.85 a month, the last one less by what rounding gained.
    const parts = schedule(100_000, 1_200, 12);
    expect(parts[0]).toEqual({ principal: 7_885, interest: 1_000 });
    expect(totals(parts)).toEqual([...Array.from({ length: 11 }, () => 8_885), 8_884]);
  });

  it("repays the amount to the cent, each month alike up to the last", () => {
    fc.assert(
      fc.property(loans, ({ amount, rate, months }) => {
        const parts = schedule(amount, rate, months);
        expect(parts).toHaveLength(months);
        expect(parts.reduce((sum, { principal }) => sum + principal, 0)).toBe(amount);
        expect(parts.every(({ principal, interest }) => principal >= 0 && interest >= 0)).toBe(true);
        expect(new Set(totals(parts).slice(0, -1)).size).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("has no interest when the rate is none", () => {
    expect(schedule(100, 0, 3).map(({ principal, interest }) => [principal, interest])).toEqual([
      [33, 0],
      [33, 0],
      [34, 0],
    ]);
  });
});
