import { different, listed, PLENTY, type Values } from "./types";

const WHOLE = /^-?\d+$/;

/** Whole numbers of a range, its ends included. */
export function whole(low: bigint, high: bigint, { zero = true } = {}): Values {
  const ends = [1n, high, low, 0n, -1n].filter((each) => each >= low && (zero || each !== 0n));
  const first = different(ends.map(String));
  const rest = high - 2n;
  const count = first.length + (rest > BigInt(PLENTY) ? PLENTY : Number(rest));
  return {
    hard: first,
    count,
    nth: (index) => first[index] ?? String(2 + index - first.length),
    takes: (literal) => WHOLE.test(literal) && BigInt(literal) >= low && BigInt(literal) <= high,
  };
}

/** Signed whole numbers of so many bytes. */
export const signed = (bytes: number): Values =>
  whole(-(2n ** BigInt(8 * bytes - 1)), 2n ** BigInt(8 * bytes - 1) - 1n);

export const unsigned = (bytes: number): Values => whole(0n, 2n ** BigInt(8 * bytes) - 1n);

/** Numbers that a default counts up, which may not be zero: MySQL takes that for "the next one". */
export const counted = (bytes: number, hasSign: boolean): Values =>
  whole(1n, 2n ** BigInt(8 * bytes - (hasSign ? 1 : 0)) - 1n, { zero: false });

/** Units of the last decimal as a decimal. */
function point(units: bigint, scale: number): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, "0");
  const sign = units < 0n ? "-" : "";
  return scale === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Exact decimals at full precision. */
export function decimal(precision: number, scale: number, isSigned: boolean): Values {
  const most = 10n ** BigInt(precision) - 1n;
  // Digits that are all different show a shifted point or a lost digit.
  const mixed = BigInt("12345678901234567890123456789012345678".slice(0, precision));
  const units = [1n, most, mixed, 0n, 10n ** BigInt(precision - 1)];
  const all = isSigned ? [...units, -1n, -most, -mixed] : units;
  return {
    hard: different(all.map((each) => point(each, scale))),
    count: most > BigInt(PLENTY) ? PLENTY : Number(most) + 1,
    nth: (index) => point(BigInt(index), scale),
    takes: (literal) => {
      const [, digits = "", decimals = ""] = /^-?(\d+)(?:\.(\d+))?$/.exec(literal) ?? [];
      const fits = digits !== "" && digits.replace(/^0+/, "").length <= precision - scale && decimals.length <= scale;
      return fits && (isSigned || !literal.startsWith("-"));
    },
  };
}

/** Binary floating-point numbers: these, and whole numbers that every width holds exactly. */
export const floating = (hard: readonly string[]): Values => ({
  hard,
  count: 1_000_000,
  nth: String,
  takes: (literal) => /^-?\d{1,6}$/.test(literal),
});

/** Labels of an enumeration's type, in their order. */
export const labelsOf = (list: string): readonly string[] =>
  [...list.matchAll(/'((?:[^']|'')*)'/g)].map(([, label = ""]) => label.replaceAll("''", "'"));

/** One of the labels. */
export const oneOf = (list: string): Values => listed(labelsOf(list));

/** Any of the labels, in their order, joined by commas. */
export function anyOf(list: string): Values {
  const labels = labelsOf(list);
  const subset = (bits: number): string =>
    labels.filter((_, index) => Math.floor(bits / 2 ** index) % 2 === 1).join(",");
  const hard = different([labels[0] ?? "", "", labels.join(","), ...labels.slice(1, 8)]);
  return {
    hard,
    count: Math.min(2 ** labels.length, PLENTY),
    nth: subset,
    takes: (literal) => literal.split(",").every((label) => labels.includes(label)),
  };
}
