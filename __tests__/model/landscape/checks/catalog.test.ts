import { column } from "../../../../model/contract/column";
import { changeColumns, curatedColumns, lakeColumns } from "../../../../model/contract/lake-columns";
import { descriptions } from "../../../../model/landscape/checks/descriptions";
import { keyTypes } from "../../../../model/landscape/checks/key-types";
import { MOST_COLUMNS, tableWidth } from "../../../../model/landscape/checks/table-width";
import { sourceOf, table } from "../../../support/sources";
import type { SampleSource } from "../sample";
import { type Case, rowsOf } from "./cases";

const FILE = "accounts/prod/tables/loans.ts";

const OTHER_KEY =
  "write another key, whose columns are unique and never empty, or change the type at the source, for example to `decimal(12,2)` or `varchar(40)`: values of this type are not written the same everywhere, so the lake could not tell rows apart";

const keyOf = (engine: SampleSource["engine"], type: string, isRefused: boolean): Case => ({
  title: `${isRefused ? "refuses" : "accepts"} a key of ${type} (${engine})`,
  change: ({ loans, loan }) => {
    Object.assign(loans, { engine });
    loan.columns["loan_id"] = column(type, "internal", "Key");
  },
  problems: isRefused ? [[FILE, "tables[loan].columns.loan_id.type", JSON.stringify(type), OTHER_KEY]] : [],
});

describe("types of keys", () => {
  it.each(
    rowsOf(keyTypes, [
      ...["float", "double", "real", "double precision", "time", "time(6)", "set('a','b')"].map((type) =>
        keyOf("aurora-mysql", type, true),
      ),
      ...["real", "float4", "double precision", "float8", "interval", "inet", "cidr", "macaddr", "tstzrange"].map(
        (type) => keyOf("aurora-postgresql", type, true),
      ),
      // What the remedy says, and what else tells rows apart.
      ...[
        "decimal(12,2)",
        "varchar(40)",
        "bigint unsigned",
        "datetime(6)",
        "date",
        "char(3)",
        "binary(16)",
        "year",
      ].map((type) => keyOf("aurora-mysql", type, false)),
      ...["numeric(12,2)", "varchar(40)", "int8", "serial4", "timestamptz", "boolean", "uuid", "char"].map((type) =>
        keyOf("aurora-postgresql", type, false),
      ),
      {
        title: "accepts any type outside the key",
        change: ({ loan }) => {
          loan.columns["amount"] = column("double", "internal", "Amount");
        },
        problems: [],
      },
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});

const AMOUNT = "tables[loan].columns.amount.description";
const ONE_LINE = "write it in one line: Glue takes no line breaks and no other control characters in a description";
const shown = (text: string): string => {
  const json = JSON.stringify(text);
  return json.length > 60 ? `${json.slice(0, 59)}…` : json;
};

const described = (title: string, type: string, text: string, remedy?: string): Case => ({
  title,
  change: ({ loan }) => {
    loan.columns["amount"] = column(type, "confidential", text);
  },
  problems: remedy === undefined ? [] : [[FILE, AMOUNT, shown(text), remedy]],
});
const most = (count: number): string =>
  `write at most ${count} characters: with what the lake adds, the catalog takes no more`;

describe("descriptions", () => {
  it.each(
    rowsOf(descriptions, [
      described("accepts as many characters as fit", "int", "x".repeat(240)),
      described("refuses one more", "int", "x".repeat(241), most(240)),
      described("accepts as many as fit beside what a number of microseconds needs", "datetime(6)", "x".repeat(214)),
      described("refuses one more there, too", "datetime(6)", "x".repeat(215), most(214)),
      described("refuses two lines", "int", "Amount\nin euro", ONE_LINE),
      described("refuses the character of a bell", "int", "Amount\u0007", ONE_LINE),
      described("refuses half a character", "int", "Amount \uD83D", ONE_LINE),
      described("accepts tabs, and letters of any language", "int", "Betrag\tin Euro, \u91d1\u984d \u{1F4B6}"),
      {
        title: "refuses a table in two lines",
        change: ({ loan }) => {
          loan.description = "One loan\r\nper row";
        },
        problems: [[FILE, "tables[loan].description", shown("One loan\r\nper row"), ONE_LINE]],
      },
      {
        title: "refuses a table that is told at too great length",
        change: ({ loan }) => {
          loan.description = "x".repeat(2001);
        },
        problems: [[FILE, "tables[loan].description", shown("x".repeat(2001)), most(2000)]],
      },
      {
        title: "passes over a column that stays at the source",
        change: ({ loan }) => {
          loan.columns["secret"] = column("int", "forbidden", "x".repeat(300));
        },
        problems: [],
      },
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });

  it("count what stands in the catalog", () => {
    const contract = table("loan", { at: column("datetime(6)", "confidential", "x".repeat(214)) });
    const columns = lakeColumns(sourceOf(contract), contract);
    const lengths = [...curatedColumns(columns), ...changeColumns(columns)].map(({ comment }) => comment.length);
    expect(Math.max(...lengths)).toBe(255);
  });
});

const wide = (title: string, extra: number, forbidden: number, problems: Case["problems"]): Case => ({
  title,
  change: ({ loan }) => {
    // The sample has two columns that reach the lake.
    for (let index = 0; index < MOST_COLUMNS - 2 + extra; index += 1) {
      loan.columns[`c${index}`] = column("int", index < forbidden ? "forbidden" : "internal", "Value");
    }
  },
  problems,
});

describe("the width of a table", () => {
  it.each(
    rowsOf(tableWidth, [
      wide("accepts 300 columns", 0, 0, []),
      wide("refuses two more", 2, 0, [
        [
          FILE,
          "tables[loan].columns",
          '"302 columns"',
          "make 2 of them `forbidden`, those that nobody needs: Athena fails to merge tables of more than about 300 columns, and 302 of this one would reach the lake",
        ],
      ]),
      wide("accepts them when two are forbidden, as it says", 2, 2, []),
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});
