/** The page of types, made of the three places that each say for themselves what a type becomes. */
import { parquetType } from "../../local/replication/types/dms-type";
import { dmsTypeOf } from "../../local/replication/types/source-type";
import { lakeType } from "../../model/contract/column-types";
import type { EngineFamily } from "../../model/contract/engine";
import { MYSQL_TYPES } from "../../model/contract/mysql-types";
import { POSTGRESQL_TYPES } from "../../model/contract/postgresql-types";
import { keyTypes } from "../../model/landscape/checks/key-types";
import { largeObjects } from "../../model/landscape/checks/large-objects";
import { markdownTable } from "../../model/pages/table";
import { formOf } from "../../model/reconciliation/forms";
import { changed } from "../model/landscape/sample";
import { recorded } from "../support/recorded";

const FILE = "docs/types.md";

/** Types, set apart by semicolons. */
const listed = (text: string): readonly string[] => text.split(";").map((each) => each.trim());

const TYPES: Readonly<Record<EngineFamily, readonly string[]>> = {
  mysql: listed(`
    tinyint; tinyint unsigned; boolean; smallint; smallint unsigned; mediumint; mediumint unsigned; int;
    int unsigned; bigint; bigint unsigned; decimal(12,2); decimal(38,10); decimal(39,2); decimal; float;
    double; bit(1); bit(8); char(3); varchar(40); tinytext; text; mediumtext; longtext; json;
    enum('a','b'); set('a','b'); date; datetime; datetime(6); timestamp(6); time(6); year; binary(16);
    varbinary(16); tinyblob; blob; longblob; point`),
  postgresql: listed(`
    smallint; integer; bigint; numeric(12,2); numeric(38,10); numeric(39,2); numeric(2,-3); numeric;
    money; real; double precision; boolean; char(3); varchar(40); varchar; text; json; jsonb; xml; uuid;
    inet; cidr; macaddr; macaddr8; interval; int4range; tstzrange; date; timestamp(6); timestamptz(6);
    time(6); timetz(6); bytea; bit(8); integer[]; hstore; citext; tsvector; point; oid`),
};
const RULES = { mysql: MYSQL_TYPES, postgresql: POSTGRESQL_TYPES };
const TITLES = { mysql: "MySQL", postgresql: "PostgreSQL" };
const EMPTY = "";

/** Whether the checks of a landscape let a column of the type be a key. */
function mayBeKey(family: EngineFamily, type: string): boolean {
  const landscape = changed(({ loans, loan }) => {
    loans.engine = `aurora-${family}`;
    loans.lobMaxKb = 64;
    loan.columns["loan_id"] = { type, classification: "internal", description: "Key" };
  });
  return [keyTypes, largeObjects].every((check) => check(landscape).length === 0);
}

function row(family: EngineFamily, type: string): readonly string[] {
  const read = dmsTypeOf(family, type);
  const dms =
    "refused" in read ? EMPTY : `${read.kind}${read.kind === "numeric" ? `(${read.precision},${read.scale})` : ""}`;
  const outcome = lakeType(family, type);
  if ("refused" in outcome) return [`\`${type}\``, dms, "refused", `write ${outcome.refused}`, EMPTY, EMPTY];
  const { dmsType, raw, curated, isLob } = outcome;
  const told = dmsType === undefined ? EMPTY : `, told to write ${dmsType.type}`;
  return [
    `\`${type}\``,
    `${dms}${told}${isLob === true ? ", a large object" : EMPTY}`,
    raw,
    curated,
    mayBeKey(family, type) ? "yes" : "no",
    formOf(family, type) === undefined ? "counted" : "compared",
  ];
}

const section = (family: EngineFamily): readonly string[] => [
  `## ${TITLES[family]}`,
  "",
  ...markdownTable(
    ["at the source", "read by DMS as", "change table", "current-state table", "key", "every night"],
    TYPES[family].map((type) => row(family, type)),
  ),
  "",
];

const expected = [
  "# What becomes of each type",
  "",
  "From the source by way of DMS into the change table, which says how Athena reads the files, and into the current-state table. Other spellings of a",
  "type (`int4`, `dec`, `character varying`) are the same. A type that would lose digits or characters on the way is refused at synthesis, with what to",
  "write instead. `npm run update` writes this page; a test compares it with the checks, the replication of the demo and reconciliation.",
  "",
  "- **No digit is lost** of what is not refused. Moments are microseconds since 1970 in the change table ([curation](curation.md)); unsigned",
  "  numbers are told to DMS as wider ones, because Athena reads their bits as signed.",
  "- **Key**: whether rows can be told apart by it ([decision 94](decisions/0094-keys-that-tell-rows-apart.md)).",
  "- **Every night**: whether reconciliation compares the values, or counts rows and values only, because engines write such values differently.",
  "- **Large objects** are taken along up to `lobMaxKb` of the source; a longer one stops the task.",
  "- **To be confirmed on AWS**, as no page of AWS says it: how many digits DMS writes of `time(6)` and `interval`, that it writes a boolean of PostgreSQL",
  "  alike in loads and changes, and what it makes of values that the lake cannot hold (`infinity`, zero dates). Reconciliation finds the last.",
  "",
  ...section("mysql"),
  ...section("postgresql"),
].join("\n");

test("the page of types says what becomes of each", () => {
  expect(recorded(FILE, expected)).toBe(expected);
});

test.each(["mysql", "postgresql"] as const)("the page has an example of every rule of %s", (family) => {
  const missing = RULES[family].filter(({ pattern }) => !TYPES[family].some((type) => pattern.test(type)));
  expect(missing.map(({ pattern }) => pattern.source)).toEqual([]);
});

const HIVE: Readonly<Record<string, string>> = {
  BLOB: "binary",
  FLOAT: "float",
  INTEGER: "int",
  TIMESTAMP: "bigint",
  UINTEGER: "bigint",
  USMALLINT: "int",
  UTINYINT: "smallint",
  VARCHAR: "string",
};

test.each(
  (["mysql", "postgresql"] as const).flatMap((family) =>
    TYPES[family].flatMap((type) => {
      const outcome = lakeType(family, type);
      // A type that DMS is told to write is tried where mappings are.
      return "refused" in outcome || outcome.dmsType !== undefined ? [] : [[family, type, outcome.raw] as const];
    }),
  ),
)("%s: %s is in files what the change table says, %s", (family, type, raw) => {
  const read = dmsTypeOf(family, type);
  if ("refused" in read) throw new Error(`${type}: ${read.refused}`);
  const written = parquetType(read, false);
  const declared = HIVE[written] ?? written.toLowerCase();
  expect(declared).toBe(raw);
});
