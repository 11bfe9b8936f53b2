/** Money in whole cents: safe integers, so that sums stay exact up to 90 trillion. */

/** Cents as a database prints an amount with two decimals. */
export function money(cents: number): string {
  const size = Math.abs(cents);
  const rest = size % 100;
  return `${cents < 0 ? "-" : ""}${(size - rest) / 100}.${rest < 10 ? "0" : ""}${rest}`;
}

/** Ten-thousandths as a database prints a rate with four decimals. */
export const rate = (tenThousandths: number): string =>
  `${Math.floor(tenThousandths / 10_000)}.${String(tenThousandths % 10_000).padStart(4, "0")}`;
