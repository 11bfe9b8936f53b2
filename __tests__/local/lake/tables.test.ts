import { answer } from "../../support/duck";
import { changes, current, HEADER, LOAN, loads, RAW } from "../../support/lake/declared";
import { CHANGE, LOAN_TABLES } from "../../support/lake/zone";
import { zones } from "../../support/lake/zones";

const zone = zones();
const ask = (sql: string): Promise<readonly string[]> => answer(zone().connection, sql);

const DAY = "2026-11-22/20261122-100100000.parquet";
const PATHS = `SELECT regexp_extract("$path", '[^/]+/[^/]+$') FROM`;

describe("a table with projected partitions", () => {
  it("reads the files of its partitions under their declared names and types", async () => {
    await zone().put(DAY);
    await zone().seen();
    expect(
      await ask("SELECT op, loan_id, amount, status, updated_at, dms_commit_date FROM loans_changes.loan"),
    ).toEqual(["U 7 12.50 running 1795341599123456 2026-11-22"]);
    expect(await ask(`SELECT "$path" FROM loans_changes.loan`)).toEqual([`${RAW}lending/loan/${DAY}`]);
    expect(await ask("SELECT typeof(updated_at), typeof(amount) FROM loans_changes.loan")).toEqual([
      "BIGINT DECIMAL(12,2)",
    ]);
  });

  it("is empty and has its columns when nothing has been written", async () => {
    await zone().seen();
    expect(await ask(`SELECT loan_id, dms_commit_date, "$path" FROM loans_changes.loan`)).toEqual([]);
  });

  it("has no row of a file in its folder, of a hidden one, or of a day that is not projected yet", async () => {
    await zone().put("LOAD00000001.parquet");
    await zone().put("2026-11-22/.a.parquet");
    await zone().put("2026-11-22/_temporary/a.parquet");
    await zone().put("2026-11-24/a.parquet");
    const lake = await zone().seen();
    expect(await ask("SELECT count(*) FROM loans_changes.loan")).toEqual(["0"]);
    await lake.refresh("2026-11-23T00:00:00Z");
    expect(await ask(`${PATHS} loans_changes.loan`)).toEqual(["2026-11-24/a.parquet"]);
  });

  it.each([
    ["with a wrong separator", `${RAW}lending/loan\${dms_commit_date}/`],
    ["by another name", `${RAW}lending/loan/day=\${dms_commit_date}/`],
  ])("finds nothing by a template %s", async (_, template) => {
    await zone().put(DAY);
    const wrong = changes("loan", { parameters: { "storage.location.template": template } });
    await zone().seen({ tables: { ...LOAN_TABLES, loans_changes: [wrong] } });
    expect(await ask("SELECT count(*) FROM loans_changes.loan")).toEqual(["0"]);
  });

  it("opens no file of a day that a condition leaves out", async () => {
    await zone().put(DAY);
    await zone().put("2026-11-21/a.parquet");
    await zone().seen();
    const plan = await ask(
      "EXPLAIN ANALYZE SELECT loan_id FROM loans_changes.loan WHERE dms_commit_date >= '2026-11-22'",
    );
    expect(plan.join("")).toMatch(/Total Files Read: 1\b/);
    expect(plan.join("")).not.toContain("2026-11-21");
  });
});

describe("a table without partitions", () => {
  it("reads all files below its folder", async () => {
    await zone().put("LOAD00000001.parquet");
    await zone().put(DAY);
    await zone().seen();
    expect((await ask(`${PATHS} loans_loads.loan`)).toSorted()).toEqual([
      "2026-11-22/20261122-100100000.parquet",
      "loan/LOAD00000001.parquet",
    ]);
  });
});

describe("a column", () => {
  it("that some files lack is empty there, one that no table declares is not seen", async () => {
    await zone().put(DAY, `${CHANGE}, 'secret' AS national_id`);
    await zone().put("2026-11-22/b.parquet", "8::BIGINT AS LOAN_ID");
    await zone().seen();
    expect(await ask("SELECT loan_id, status FROM loans_changes.loan ORDER BY loan_id")).toEqual(["7 running", "8 "]);
    await expect(ask("SELECT national_id FROM loans_changes.loan")).rejects.toThrow("national_id");
  });

  it("of a type that Athena cannot read as declared fails the statements that read it, and no other", async () => {
    await zone().put(DAY, CHANGE.replace("12.5::DECIMAL(12,2)", "'12.5'"));
    await zone().put("2026-11-22/b.parquet");
    await zone().seen();
    expect(await ask("SELECT count(loan_id) FROM loans_changes.loan")).toEqual(["2"]);
    await expect(ask("SELECT amount FROM loans_changes.loan")).rejects.toThrow(
      `HIVE_BAD_DATA: Field amount's type VARCHAR in parquet file ${RAW}lending/loan/${DAY} is incompatible with type decimal(12,2)`,
    );
  });

  it.each([
    ["2026-11-22 23:59:59.999499", "2026-11-22 23:59:59.999"],
    ["2026-11-22 23:59:59.9995", "2026-11-23 00:00:00"],
  ])("of microseconds that is declared as a timestamp makes %s %s, as Trino rounds", async (written, read) => {
    await zone().put(DAY, CHANGE.replace(/TIMESTAMP '[^']+'/, `TIMESTAMP '${written}'`));
    const columns = { ...HEADER, ...LOAN };
    await zone().seen({ tables: { ...LOAN_TABLES, loans_changes: [changes("loan", { columns })] } });
    expect(await ask("SELECT updated_at FROM loans_changes.loan")).toEqual([read]);
  });

  it("is read anew when a file of the same name replaces another", async () => {
    await zone().put("LOAD00000001.parquet", CHANGE.replace("12.5::DECIMAL(12,2)", "'12.5'"));
    const lake = await zone().seen();
    await expect(ask("SELECT amount FROM loans_loads.loan")).rejects.toThrow("HIVE_BAD_DATA");
    await zone().put("LOAD00000001.parquet");
    await lake.refresh("2026-11-22T12:05:00Z");
    expect(await ask("SELECT amount FROM loans_loads.loan")).toEqual(["12.50"]);
  });
});

describe("an Iceberg table", () => {
  it("is made with the declared columns, and gets those that come later", async () => {
    await zone().open();
    await ask("INSERT INTO loans.loan VALUES (1, 2.5, 'running', NULL)");
    await zone().open({ tables: { loans: [current("loan", { columns: { ...LOAN, note: "string" } })] } });
    expect(await ask("SELECT * FROM loans.loan")).toEqual(["1 2.50 running  "]);
  });

  it.each([
    [{ ...LOAN, amount: "decimal(14,2)" }, "loans.loan.amount is DECIMAL(12,2) here and decimal(14,2) in the catalog"],
    [{ ...LOAN, day: "smallint" }, "loans.loan: Iceberg in Athena has no smallint (day)"],
  ])("is refused with %j", async (columns, message) => {
    await zone().open();
    await expect(zone().open({ tables: { loans: [current("loan", { columns })] } })).rejects.toThrow(message);
  });
});

describe("a declaration", () => {
  it.each([
    [
      "a setting",
      { "parquet.column.index.access": "true" },
      HEADER,
      "parquet.column.index.access may change what Athena reads",
    ],
    ["a type", {}, { tags: "array<string>" }, "loans_loads.loan.tags: array<string>"],
  ])("with %s that is not imitated is refused by name", async (_, parameters, columns, message) => {
    const tables = { loans_loads: [loads("loan", { parameters, columns })] };
    await expect(zone().open({ tables })).rejects.toThrow(message);
  });

  it("of files that are no Parquet is left out, and said to be", async () => {
    const json = { ...loads("trail"), StorageDescriptor: { Location: "s3://trail/", InputFormat: "json" } };
    const { catalog } = await zone().open({ tables: { trail: [json] } });
    expect(catalog.leftOut).toEqual(["trail.trail: not declared as Parquet (json, no SerDe)"]);
  });
});
