/**
 * How one dialect writes what all of them must write alike: the text of a value, and a row's number from its text.
 * A number is the first 60 bits of an MD5 sum, which every engine has and none rounds; it guards against mistakes, not
 * against malice.
 */
export interface Dialect {
  /** An identifier, or several joined by dots. */
  readonly name: (...parts: readonly string[]) => string;
  /** Text of a value by the form that its column has; `column` is an expression. */
  readonly text: Readonly<Record<Form, (column: string) => string>>;
  /** Texts behind each other; without a value when one of them has none. */
  readonly joined: (texts: readonly string[]) => string;
  readonly length: (text: string) => string;
  /** A text's number: the first 15 hexadecimal digits of the MD5 sum of its UTF-8. */
  readonly number: (text: string) => string;
  /** A whole number of up to 38 digits as text. */
  readonly whole: (number: string) => string;
  /** A moment, given as a text literal, to compare columns with. */
  readonly moment: (literal: string, form: "instant" | "moment") => string;
}

/**
 * Forms of values that all engines can write alike. `fixed` is a text that some engines pad with blanks; `instant` is a
 * moment that the source keeps with a time zone.
 */
export type Form = "boolean" | "date" | "fixed" | "instant" | "moment" | "number" | "text" | "year";
