import { different, PLENTY, type Values } from "./types";

/** Texts that escape, split, cut, fold or normalize badly. Plain ones first. */
const HARD = [
  "plain",
  "",
  `O'Brien said "no"; -- /* ' */`,
  "two\nlines\r\nand a\ttab",
  "Žluťoučký kůň 漢字 😀👩‍👩‍👧",
  // Composed and decomposed: the same to the eye, and other texts.
  "\u00e9 is not e\u0301",
  String.raw`\N back\slash \n % _ \x41`,
  " blank first",
  "NULL",
  ',"csv",',
  "<a href='x'>&amp;</a> ${b} {{c}}",
] as const;

/** Longest text that is made, whatever a column has room for. */
const LONGEST = 65_536;

const letters = (text: string): readonly string[] => Array.from(text);

/** The first letters, without a blank or half a letter at the end. */
const cut = (text: string, length: number): string => letters(text).slice(0, length).join("").trimEnd();

/** A text of exactly so many letters, whose end is told from its middle. */
const longest = (length: number): string =>
  length < 3 ? "z".repeat(length) : `<${"0123456789".repeat(length / 10 + 1).slice(0, length - 2)}>`;

const DIGITS = 36;

/** A number as a short text; those of the same width never fold into each other. */
const numbered = (index: number, width: number): string => index.toString(DIGITS).padStart(width, "0");

/** Letters that numbers need. */
const NUMBER = 8;

/** Texts of up to so many letters. */
export function varying(room: number): Values {
  const length = Math.min(room, LONGEST);
  const width = Math.min(length, NUMBER);
  return {
    hard: different([...HARD.map((text) => cut(text, length)), longest(length)]),
    count: Math.min(DIGITS ** width, PLENTY),
    nth: (index) => `${numbered(index, width)}${index % 2 === 1 && length >= 16 ? ` 'é" 😀` : ""}`,
    takes: (literal) => letters(literal).length <= length && literal.trimEnd() === literal,
  };
}

/** Texts of exactly so many letters. */
export function fixed(length: number): Values {
  const filled = (text: string): string => cut(text, length) + "x".repeat(length - letters(cut(text, length)).length);
  const width = Math.min(length, NUMBER);
  return {
    hard: different([...HARD.map(filled), longest(length)]),
    count: Math.min(DIGITS ** width, PLENTY),
    nth: (index) => filled(numbered(index, width)),
    takes: (literal) => letters(literal).length === length && literal.trimEnd() === literal,
  };
}

/** Documents, as the engine prints them; `wrap` puts a long text into one. */
export const documents = (hard: readonly string[], room: number, wrap: (text: string) => string): Values => ({
  hard: [...hard, wrap(longest(Math.min(room, LONGEST) - wrap("").length))],
  count: PLENTY,
  nth: (index) => wrap(String(index)),
  takes: () => false,
});

/** Spellings of a closed set, and a way to count on. */
export const formatted = (hard: readonly string[], count: number, nth: (index: number) => string): Values => ({
  hard,
  count,
  nth,
  takes: (literal) => hard.includes(literal),
});

const ALL_BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0")).join("");

/** Bytes as hexadecimal digits, up to so many; exactly so many when `filled`. */
export function bytes(room: number, filled: boolean): Values {
  const length = Math.min(room, LONGEST);
  const whole = (hex: string): string =>
    filled ? hex.slice(0, 2 * length).padEnd(2 * length, "0") : hex.slice(0, 2 * length);
  const full = ALL_BYTES.repeat(Math.ceil(length / 256)).slice(0, 2 * length);
  const width = Math.min(length, 6);
  return {
    hard: different(["01", "", "00", "ff", "5c7830302722", "c328", full].map(whole)),
    count: Math.min(256 ** width, PLENTY),
    nth: (index) => whole(index.toString(16).padStart(2 * width, "0")),
    takes: () => false,
  };
}
