import { anyOf, counted, decimal, floating, oneOf, signed, unsigned } from "./numbers";
import { bytes, documents, varying } from "./texts";
import { dates, moments, spans } from "./times";
import { listed, rule, type ValueRule } from "./types";

const WIDTH = String.raw`(?:\s?\(\d+\))?`;
const FRACTION = String.raw`(?:\s?\((\d)\))?`;
const NUMBER = (text: string | undefined, unless: number): number => (text === undefined ? unless : Number(text));

const TINY = 255;
const TEXT = 65_535;

const JSON_TEXTS = [
  `{"a": 1, "b": [true, null, "é 😀"], "cc": {"d": -0.5}}`,
  "{}",
  "[]",
  "null",
  String.raw`"line\nbreak \"quoted\" \\"`,
  "-12345678901",
];

/** Values of MySQL's types, as far as the lake takes them. */
export const MYSQL_VALUES: readonly ValueRule[] = [
  rule(`tinyint${WIDTH}|bool|boolean`, () => signed(1)),
  rule(`tinyint${WIDTH} unsigned`, () => unsigned(1)),
  rule(`smallint${WIDTH}`, () => signed(2)),
  rule(`smallint${WIDTH} unsigned`, () => unsigned(2)),
  rule(`mediumint${WIDTH}`, () => signed(3)),
  rule(`mediumint${WIDTH} unsigned`, () => unsigned(3)),
  rule(`(?:int|integer)${WIDTH}`, () => signed(4)),
  rule(`(?:int|integer)${WIDTH} unsigned`, () => unsigned(4)),
  rule(`bigint${WIDTH}`, () => signed(8)),
  rule(`bigint${WIDTH} unsigned`, () => unsigned(8)),
  rule("serial", () => counted(8, false)),
  rule(String.raw`(?:decimal|numeric|dec|fixed)\s?\((\d+)(?:,\s*(\d+))?\)( unsigned)?`, ([precision, scale, sign]) =>
    decimal(NUMBER(precision, 10), NUMBER(scale, 0), sign === undefined),
  ),
  rule(String.raw`(?:double|double precision|real)`, () =>
    floating(["0.1", "1.7976931348623157e308", "-2.2250738585072014e-308", "0", "-1.5", "9007199254740993"]),
  ),
  rule(String.raw`(?:double|double precision|real) unsigned`, () => floating(["0.1", "1.7976931348623157e308", "0"])),
  rule("float", () => floating(["1.5", "0", "-0.25", "65536", "-131072.5"])),
  rule(String.raw`(?:float|double|double precision|real)\s?\(\d+(?:,\s*\d+)?\)`, () => floating(["1", "0", "-1"])),
  rule(String.raw`float unsigned|(?:float|double|double precision|real)\s?\(\d+(?:,\s*\d+)?\) unsigned`, () =>
    floating(["1", "0"]),
  ),
  rule(String.raw`bit(?:\s?\(1\))?`, () => ({
    ...listed(["1", "0"]),
    takes: (literal) => literal === "true" || literal === "false",
  })),
  rule("date", () => dates("1000-01-01")),
  rule(`datetime${FRACTION}`, ([digits]) =>
    moments(NUMBER(digits, 0), "1000-01-01 00:00:00.000001", "9999-12-31 23:59:59.499999"),
  ),
  rule(`timestamp${FRACTION}`, ([digits]) =>
    moments(NUMBER(digits, 0), "1970-01-01 00:00:01.000000", "2038-01-19 03:14:07.499999"),
  ),
  rule(`time${FRACTION}`, ([digits]) => spans(NUMBER(digits, 0))),
  rule(String.raw`year(?:\s?\(4\))?`, () => ({
    ...listed(["2024", "1901", "2155", ...Array.from({ length: 100 }, (_, index) => String(1902 + index))]),
    hard: ["2024", "1901", "2155"],
  })),
  rule(String.raw`(?:char|nchar|character)(?:\s?\((\d+)\))?`, ([length]) => varying(NUMBER(length, 1))),
  rule(String.raw`(?:varchar|nvarchar|character varying)\s?\((\d+)\)`, ([length]) => varying(NUMBER(length, 1))),
  rule("tinytext", () => varying(Math.floor(TINY / 4))),
  rule("text", () => varying(Math.floor(TEXT / 4))),
  rule("mediumtext|longtext", (_, { lobBytes }) => varying(lobBytes)),
  rule("json", (_, { lobBytes }) => documents(JSON_TEXTS, lobBytes, (text) => `{"n": "${text}"}`)),
  rule(String.raw`enum\s?\((.*)\)`, ([labels = ""]) => oneOf(labels)),
  rule(String.raw`set\s?\((.*)\)`, ([labels = ""]) => anyOf(labels)),
  rule(String.raw`binary(?:\s?\((\d+)\))?`, ([length]) => bytes(NUMBER(length, 1), true)),
  rule(String.raw`varbinary\s?\((\d+)\)`, ([length]) => bytes(NUMBER(length, 1), false)),
  rule("tinyblob", () => bytes(TINY, false)),
  rule("blob", (_, { lobBytes }) => bytes(Math.min(TEXT, lobBytes), false)),
  rule("mediumblob|longblob", (_, { lobBytes }) => bytes(lobBytes, false)),
];
