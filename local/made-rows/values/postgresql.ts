import { counted, decimal, floating, signed } from "./numbers";
import { bytes, documents, fixed, formatted, varying } from "./texts";
import { dates, moments } from "./times";
import { listed, PLENTY, rule, type ValueRule } from "./types";

const NUMBER = (text: string | undefined, unless: number): number => (text === undefined ? unless : Number(text));
const FRACTION = String.raw`(?:\s?\((\d)\))?`;

const JSON_TEXTS = [
  `{"a": 1, "b": [true, null, "é 😀"], "cc": {"d": -0.5}}`,
  "{}",
  "[]",
  "null",
  String.raw`"line\nbreak \"quoted\" \\"`,
  "123456789012345678901234567890",
];

const hex = (index: number, digits: number): string => index.toString(16).padStart(digits, "0");
const half = (index: number): readonly [number, number] => [Math.floor(index / 256) % 256, index % 256];

/** Values of PostgreSQL's types, as far as the lake takes them. */
export const POSTGRESQL_VALUES: readonly ValueRule[] = [
  rule("smallint|int2", () => signed(2)),
  rule("int|integer|int4", () => signed(4)),
  rule("bigint|int8", () => signed(8)),
  rule("smallserial|serial2", () => counted(2, true)),
  rule("serial|serial4", () => counted(4, true)),
  rule("bigserial|serial8", () => counted(8, true)),
  rule(String.raw`(?:decimal|numeric)\s?\((\d+)(?:,\s*(\d+))?\)`, ([precision, scale]) =>
    decimal(NUMBER(precision, 1), NUMBER(scale, 0), true),
  ),
  rule("real|float4", () =>
    floating(["0.1", "3.4028235e+38", "1.1754944e-38", "0", "-1.5", "NaN", "Infinity", "-Infinity"]),
  ),
  rule("double precision|float8", () =>
    floating([
      "0.1",
      "1.7976931348623157e+308",
      "-2.2250738585072014e-308",
      "0",
      "-1.5",
      "NaN",
      "Infinity",
      "-Infinity",
    ]),
  ),
  rule("boolean|bool", () => listed(["true", "false"])),
  rule(String.raw`(?:char|character)(?:\s?\((\d+)\))?`, ([length]) => fixed(NUMBER(length, 1))),
  rule(String.raw`(?:varchar|character varying)\s?\((\d+)\)`, ([length]) => varying(NUMBER(length, 1))),
  rule("text", (_, { lobBytes }) => varying(lobBytes)),
  rule("jsonb?", (_, { lobBytes }) => documents(JSON_TEXTS, lobBytes, (text) => `{"n": "${text}"}`)),
  rule("xml", (_, { lobBytes }) =>
    documents(
      ["<a>é 😀</a>", `<a b="1"/>`, "text &amp; <b/>"],
      lobBytes,
      (text) => `<n>${text.replaceAll(/[<>]/g, "_")}</n>`,
    ),
  ),
  rule("uuid", () =>
    formatted(
      [
        "123e4567-e89b-42d3-a456-426614174000",
        "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
      ],
      PLENTY,
      (index) => `00000000-0000-4000-8000-${hex(index, 12)}`,
    ),
  ),
  rule("inet", () =>
    formatted(["192.168.0.1", "10.0.0.0/8", "2001:db8::1", "::ffff:1.2.3.4", "0.0.0.0"], 65_536, (index) =>
      ["10", "0", ...half(index)].join("."),
    ),
  ),
  rule("cidr", () =>
    formatted(["10.0.0.0/8", "0.0.0.0/0", "2001:db8::/32", "192.168.1.0/24"], 65_536, (index) =>
      ["11", ...half(index), "0/24"].join("."),
    ),
  ),
  rule("macaddr", () =>
    formatted(
      ["08:00:2b:01:02:03", "00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff"],
      65_536,
      (index) =>
        `02:00:00:00:${half(index)
          .map((each) => hex(each, 2))
          .join(":")}`,
    ),
  ),
  rule("interval", () =>
    formatted(
      ["1 year 2 mons 3 days 04:05:06.789", "00:00:00", "-1 days", "-00:00:00.000001", "100 years"],
      PLENTY,
      (index) => `${index + 2} days`,
    ),
  ),
  rule("int[48]range", () =>
    formatted(["[1,10)", "empty", "[-5,)", "(,)"], PLENTY / 2, (index) => `[${index},${index + 1})`),
  ),
  rule("numrange", () => formatted(["[1.5,2.5)", "empty", "(0.1,)"], PLENTY, (index) => `[${index},${index + 1}]`)),
  rule("daterange", () =>
    formatted(
      ["[2024-02-29,2024-03-01)", "empty", "(,2024-01-01)"],
      8000,
      (index) => `[${1000 + index}-01-01,${1000 + index}-01-02)`,
    ),
  ),
  rule("tsrange", () =>
    formatted(
      [`["2024-02-29 00:00:00","2024-03-01 12:30:00.000001")`, "empty"],
      8000,
      (index) => `["${1000 + index}-01-01 00:00:00",)`,
    ),
  ),
  rule("tstzrange", () =>
    formatted(
      [`["2024-02-29 00:00:00+00","2024-03-01 12:30:00.000001+00")`, "empty"],
      8000,
      (index) => `["${1000 + index}-01-01 00:00:00+00",)`,
    ),
  ),
  rule("date", () => dates("0001-01-01")),
  rule(`timestamp(?:tz)?${FRACTION}(?: with(?:out)? time zone)?`, ([digits]) =>
    moments(NUMBER(digits, 6), "0001-01-01 00:00:00.000001", "9999-12-31 23:59:59.999999"),
  ),
  rule("bytea", (_, { lobBytes }) => bytes(lobBytes, false)),
];
