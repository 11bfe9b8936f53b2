/** How a loan is repaid: an annuity, in whole cents. */

/** Parts of one instalment, in cents. */
export interface Part {
  readonly principal: number;
  readonly interest: number;
}

/** Months of a year times ten-thousandths: a rate per year over this is the rate per month. */
const MONTHLY = 120_000n;

const factors = new Map<string, readonly [bigint, bigint]>();

/** The annuity factor r(1+r)^n / ((1+r)^n - 1) as an exact fraction. */
function factor(yearly: number, months: number): readonly [bigint, bigint] {
  const key = `${yearly}/${months}`;
  const known = factors.get(key);
  if (known !== undefined) return known;
  const grown = (MONTHLY + BigInt(yearly)) ** BigInt(months);
  const exact = [BigInt(yearly) * grown, MONTHLY * (grown - MONTHLY ** BigInt(months))] as const;
  factors.set(key, exact);
  return exact;
}

const rounded = (numerator: bigint, denominator: bigint): number =>
  Number((2n * numerator + denominator) / (2n * denominator));

/** What is paid each month, in cents; the last instalment differs by what rounding left over. */
function annuity(amount: number, yearly: number, months: number): number {
  if (yearly === 0) return Math.floor(amount / months);
  const [numerator, denominator] = factor(yearly, months);
  return rounded(BigInt(amount) * numerator, denominator);
}

/**
 * Instalments of a loan: principals sum to the amount exactly. All but the last are alike up to five years; over
 * decades a small loan may be repaid early, by what rounding each month adds up to.
 * @param amount in cents
 * @param yearly nominal rate per year in ten-thousandths: 450 is 4.5 %
 */
export function schedule(amount: number, yearly: number, months: number): readonly Part[] {
  const monthly = annuity(amount, yearly, months);
  const parts: Part[] = [];
  let owed = amount;
  for (let number = 1; number <= months; number += 1) {
    const interest = yearly === 0 ? 0 : rounded(BigInt(owed) * BigInt(yearly), MONTHLY);
    const principal = number === months ? owed : Math.min(owed, monthly - interest);
    parts.push({ principal, interest });
    owed -= principal;
  }
  return parts;
}
