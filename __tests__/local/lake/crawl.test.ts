import type { Table } from "@aws-sdk/client-glue";
import type { Finding } from "../../../local/lake";
import { changes, crawler, HEADER, LOAN_FILES, loads, RAW } from "../../support/lake/declared";
import { CHANGE, type Declared, LOAN_TABLES } from "../../support/lake/zone";
import { zones } from "../../support/lake/zones";

const zone = zones();
const DAY = "2026-11-22/20261122-100100000.parquet";
const LOAD = "LOAD00000001.parquet";

const found = async (declared?: Declared): Promise<readonly string[]> =>
  (await findings(declared)).map(({ table, found: words }) => `${table}: ${words}`);

const findings = async (declared?: Declared): Promise<readonly Finding[]> => (await zone().seen(declared)).crawl();

/** The tables of loans, with others for changes or loads. */
const declaring = (tables: Readonly<Record<string, readonly Table[]>>): Declared => ({
  tables: { ...LOAN_TABLES, ...tables },
});

describe("a scan of the raw zone", () => {
  it("finds nothing when files hold what is declared, added columns and unsigned numbers included", async () => {
    await zone().put(LOAD, CHANGE.replace("'running' AS status, ", ""));
    await zone().put(DAY);
    await zone().put("2026-11-22/b.parquet", CHANGE.replace("7::BIGINT", "7::UINTEGER"));
    expect(await found()).toEqual([]);
  });

  it("finds a column that a mapping drops, in changes and in the load", async () => {
    await zone().put(DAY, CHANGE.replace("'running' AS status, ", ""));
    await zone().put(LOAD, CHANGE.replace("'running' AS status, ", ""));
    expect(await findings()).toEqual([
      {
        table: "loans_changes.loan",
        found: "column status is declared, but is in none of 1 files",
        look: "the rules of the DMS task that include, remove or rename columns; the table's columns in the catalog",
      },
      expect.objectContaining({
        table: "loans_loads.loan",
        found: "column status is declared, but is in none of 1 files",
      }),
    ]);
  });

  it("finds a column that nobody declares, and in how many files", async () => {
    await zone().put(LOAD);
    await zone().put(DAY);
    await zone().put("2026-11-22/b.parquet", `${CHANGE}, '123' AS national_id`);
    expect(await found()).toEqual(["loans_changes.loan: column national_id is in 1 of 2 files, but is not declared"]);
  });

  it.each([
    ["amount", "string", "DECIMAL(12,2)"],
    ["amount", "decimal(12,4)", "DECIMAL(12,2)"],
    ["amount", "decimal(10,2)", "DECIMAL(12,2)"],
    ["loan_id", "int", "BIGINT"],
    ["status", "int", "VARCHAR"],
    ["updated_at", "date", "TIMESTAMP"],
  ])("finds that %s, declared as %s, is %s", async (column, type, holds) => {
    await zone().put(LOAD);
    await zone().put(DAY);
    const table = changes("loan", { columns: { ...HEADER, ...LOAN_FILES, [column]: type } });
    expect(await found(declaring({ loans_changes: [table] }))).toEqual([
      `loans_changes.loan: column ${column} is declared as ${type}, but files hold ${holds}, which Athena does not read as ${type}: ${RAW}lending/loan/${DAY}`,
    ]);
  });

  it("finds that microseconds, declared as a timestamp, would be rounded", async () => {
    await zone().put(LOAD);
    await zone().put(DAY);
    const table = changes("loan", { columns: { ...HEADER, ...LOAN_FILES, updated_at: "timestamp" } });
    expect(await found(declaring({ loans_changes: [table] }))).toEqual([
      `loans_changes.loan: column updated_at is declared as timestamp, but files hold TIMESTAMP, which Athena rounds to milliseconds: ${RAW}lending/loan/${DAY}`,
    ]);
  });

  it("finds that milliseconds, declared as a number of microseconds, are something else", async () => {
    await zone().put(LOAD);
    await zone().put(DAY, CHANGE.replace("TIMESTAMP '", "TIMESTAMP_MS '"));
    expect(await found()).toEqual([
      `loans_changes.loan: column updated_at is declared as bigint, but files hold TIMESTAMP_MS, which Athena does not read as bigint: ${RAW}lending/loan/${DAY}`,
    ]);
  });

  it.each(["decimal(14,2)", "decimal(12,2)"])("finds nothing wrong with an amount declared as %s", async (type) => {
    await zone().put(LOAD);
    await zone().put(DAY);
    const columns = { ...HEADER, ...LOAN_FILES, amount: type };
    const tables = { loans_changes: [changes("loan", { columns })], loans_loads: [loads("loan", { columns })] };
    expect(await found(declaring(tables))).toEqual([]);
  });

  it("finds change files that no partition leads to, names one, and says where partitions are looked for", async () => {
    await zone().put(LOAD);
    await zone().put(DAY);
    await zone().put("2026-11-21/a.parquet");
    const parameters = { "storage.location.template": `${RAW}lending/loan\${dms_commit_date}/` };
    expect(await findings(declaring({ loans_changes: [changes("loan", { parameters })] }))).toEqual([
      {
        table: "loans_changes.loan",
        found: `2 of 2 change files are in no partition, for example ${RAW}lending/loan/2026-11-21/a.parquet; its last partition is ${RAW}lending/loan2026-11-23/`,
        look: "storage.location.template and projection.* of the table; date folders of the task's S3 endpoint",
      },
    ]);
  });

  it("finds a load in the date folders' place, should the crawler not be told to leave it out", async () => {
    await zone().put(LOAD);
    await zone().put(DAY);
    const crawlers = [crawler({ Targets: { S3Targets: [{ Path: RAW }] } })];
    expect(await found({ crawlers })).toEqual([
      expect.stringContaining(`1 of 2 change files are in no partition, for example ${RAW}lending/loan/${LOAD}`),
    ]);
  });

  it("finds a wrong location from both sides: the table is empty, its files are nobody's", async () => {
    await zone().put(LOAD);
    await zone().put(DAY);
    const table = changes("loan", { location: `${RAW}lending/loans/` });
    expect(await found(declaring({ loans_changes: [table] }))).toEqual([
      `loans_discovered.g1_loan: 1 change files below ${RAW}lending/loan/ belong to no declared table`,
      `loans_changes.loan: there is no file below its location ${RAW}lending/loans/`,
    ]);
  });

  it("finds a folder without a table, and tables without any file", async () => {
    await zone().put(DAY, CHANGE, "lending/loans/g1/lending/app_log");
    expect(await found()).toEqual([
      `loans_discovered.g1_app_log: 1 change files below ${RAW}lending/app_log/ belong to no declared table`,
      `loans_changes.loan: there is no file below its location ${RAW}lending/loan/`,
      `loans_loads.loan: there is no file below its location ${RAW}lending/loan/`,
    ]);
  });
});

describe("a scan that looks in the wrong places", () => {
  it.each([
    ["other folders", { Targets: { S3Targets: [{ Path: `${RAW}other/`, Exclusions: [] }] } }],
    ["nothing at all", { Targets: { S3Targets: [] } }],
  ])("is noticed when its crawler has %s for a target", async (_, otherwise) => {
    await zone().put(LOAD);
    await zone().put(DAY);
    expect(await found({ crawlers: [crawler(otherwise)] })).toEqual([
      `loans_changes.loan: no crawler takes its folder ${RAW}lending/loan/ for a table`,
      `loans_loads.loan: no crawler takes its folder ${RAW}lending/loan/ for a table`,
    ]);
  });

  it("is noticed when its crawler leaves out change files, too", async () => {
    await zone().put(LOAD);
    await zone().put(DAY);
    const crawlers = [crawler({ Targets: { S3Targets: [{ Path: RAW, Exclusions: ["**"] }] } })];
    expect(await found({ crawlers })).toEqual([
      `loans_changes.loan: the crawler is told to leave out 1 change files, for example lending/loans/g1/lending/loan/${DAY}`,
    ]);
  });
});

describe("partitions that are right today", () => {
  it.each([
    ["2026-01-01,2027-01-01", "ends: files of 2027-11-22 will be in no partition"],
    [
      "NOW-30DAYS,NOW+1DAYS",
      "moves: on 2027-11-22 the files of 2026-11-22 will be in no partition, and a load needs them all",
    ],
  ])("and not in a year: %s", async (range, words) => {
    await zone().put(LOAD);
    await zone().put(DAY);
    const table = changes("loan", { parameters: { "projection.dms_commit_date.range": range } });
    expect(await found(declaring({ loans_changes: [table] }))).toEqual([
      `loans_changes.loan: the range ${range} of dms_commit_date ${words}`,
    ]);
  });

  it.each(["2026-01-01,NOW", "NOW-10YEARS,NOW+1DAYS"])("and in a year: %s", async (range) => {
    await zone().put(LOAD);
    await zone().put(DAY);
    const table = changes("loan", { parameters: { "projection.dms_commit_date.range": range } });
    expect(await found(declaring({ loans_changes: [table] }))).toEqual([]);
  });
});

describe("a crawler", () => {
  it.each([
    [
      "another target",
      { Targets: { JdbcTargets: [{ Path: "lending/%" }] } },
      "crawler loans-discovery: JdbcTargets are not imitated",
    ],
    [
      "no level of tables",
      { Configuration: "{}" },
      "crawler loans-discovery: its Configuration is {}; imitated is Grouping",
    ],
  ])("with %s is refused by name", async (_, otherwise, message) => {
    await expect(findings({ crawlers: [crawler(otherwise)] })).rejects.toThrow(message);
  });
});
