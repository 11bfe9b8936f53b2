import * as fc from "fast-check";
import { acceptedLakeType, lakeType } from "../../../model/contract/column-types";
import { ENGINES } from "../../../model/contract/engine";

/** Types that Athena's Iceberg tables have: https://docs.aws.amazon.com/athena/latest/ug/querying-iceberg-supported-data-types.html */
const ICEBERG = /^(?:boolean|int|bigint|float|double|decimal\(\d+,\d+\)|date|timestamp|string|binary)$/;
/** The same and what change files may have besides. */
const HIVE = /^(?:tinyint|smallint|boolean|int|bigint|float|double|decimal\(\d+,\d+\)|date|timestamp|string|binary)$/;

describe("lakeType", () => {
  it.each([
    ["aurora-mysql", "tinyint", "tinyint", "int"],
    ["aurora-mysql", "tinyint(1) unsigned", "smallint", "int"],
    ["aurora-mysql", "smallint(5) unsigned", "int", "int"],
    ["aurora-mysql", "boolean", "tinyint", "int"],
    ["aurora-mysql", "float", "double", "double"],
    ["aurora-mysql", "double(10,2)", "double", "double"],
    ["aurora-mysql", "bit", "boolean", "boolean"],
    ["aurora-mysql", "char", "string", "string"],
    ["aurora-mysql", "tinyblob", "binary", "binary"],
    ["aurora-mysql", "time(3)", "string", "string"],
    ["aurora-mysql", "decimal(10,2) unsigned", "decimal(10,2)", "decimal(10,2)"],
    ["aurora-postgresql", "real", "float", "float"],
    ["aurora-postgresql", "smallserial", "smallint", "int"],
    ["aurora-postgresql", "macaddr", "string", "string"],
    ["aurora-postgresql", "daterange", "string", "string"],
    ["aurora-mysql", "DECIMAL(12, 2)", "decimal(12,2)", "decimal(12,2)"],
    ["aurora-mysql", "decimal(12)", "decimal(12,0)", "decimal(12,0)"],
    ["aurora-mysql", "enum('a','b')", "string", "string"],
    ["aurora-mysql", "bit(1)", "boolean", "boolean"],
    ["aurora-mysql", "year", "smallint", "int"],
    ["aurora-postgresql", "boolean", "string", "boolean"],
    ["aurora-postgresql", "smallint", "smallint", "int"],
    ["aurora-postgresql", "  Double   Precision ", "double", "double"],
    ["aurora-postgresql", "uuid", "string", "string"],
    ["mysql", "text", "string", "string"],
    ["postgresql", "integer", "int", "int"],
  ] as const)("%s %s arrives as %s and is kept as %s", (engine, type, raw, curated) => {
    expect(lakeType(engine, type)).toEqual({ raw, curated });
    expect(acceptedLakeType(engine, type)).toEqual({ raw, curated });
  });

  it.each([
    ["aurora-mysql", "longtext", "string"],
    ["aurora-mysql", "json", "string"],
    ["aurora-mysql", "blob", "binary"],
    ["aurora-postgresql", "text", "string"],
    ["aurora-postgresql", "jsonb", "string"],
    ["aurora-postgresql", "bytea", "binary"],
  ] as const)("%s %s is a large object", (engine, type, raw) => {
    expect(lakeType(engine, type)).toEqual({ raw, curated: raw, isLob: true });
  });

  it.each([
    ["aurora-mysql", "datetime(6)"],
    ["aurora-mysql", "timestamp"],
    ["aurora-postgresql", "timestamp(3) with time zone"],
    ["aurora-postgresql", "timestamptz"],
  ] as const)("%s %s arrives as a number of microseconds, and is kept as a moment", (engine, type) => {
    expect(lakeType(engine, type)).toEqual({ raw: "bigint", curated: "timestamp", inFiles: "timestamp" });
  });

  it.each([
    ["binary(16)", 16],
    ["binary", 1],
  ])("says how many bytes a value of %s has, which MySQL's log may cut", (type, bytes) => {
    expect(lakeType("aurora-mysql", type)).toEqual({ raw: "binary", curated: "binary", bytes });
  });

  it("tells DMS to write three bytes without a sign as four with one, which every reader of Parquet agrees on", () => {
    expect(lakeType("aurora-mysql", "mediumint unsigned")).toEqual({
      raw: "int",
      curated: "int",
      dmsType: { type: "int4" },
    });
  });

  it("tells DMS to write an unsigned 64-bit number as a decimal, for no integer of the lake holds it", () => {
    expect(lakeType("aurora-mysql", "bigint unsigned")).toEqual({
      raw: "decimal(20,0)",
      curated: "decimal(20,0)",
      dmsType: { type: "numeric", precision: 20, scale: 0 },
    });
  });

  it("tells DMS to write an unsigned 32-bit number as a signed 64-bit one, for Athena reads the bits", () => {
    expect(lakeType("aurora-mysql", "int(10) unsigned")).toEqual({
      raw: "bigint",
      curated: "bigint",
      dmsType: { type: "int8" },
    });
  });

  it.each([
    ["aurora-mysql", "bit(8)", "an unsigned integer"],
    ["aurora-mysql", "point", "ST_AsText"],
    ["aurora-postgresql", "time", "Athena cannot read the TIME"],
    ["aurora-postgresql", "time(3) with time zone", "Athena cannot read the TIME"],
    ["aurora-postgresql", "timetz", "Athena cannot read the TIME"],
    ["aurora-postgresql", "integer[]", "jsonb at the source"],
    ["aurora-postgresql", "hstore", "jsonb at the source"],
    ["aurora-postgresql", "citext", "varchar(n)"],
    ["aurora-postgresql", "varbit(8)", "boolean for a flag"],
    ["aurora-postgresql", "tsvector", "`forbidden`"],
  ] as const)("%s refuses %s, and says what to write instead", (engine, type, remedy) => {
    expect(lakeType(engine, type)).toEqual({ refused: expect.stringContaining(remedy) as unknown });
  });

  it.each([
    ["aurora-mysql", "decimal"],
    ["aurora-mysql", "decimal(39,2)"],
    ["aurora-mysql", "decimal(4,5)"],
    ["aurora-mysql", "timestamptz"],
    ["aurora-mysql", ""],
    ["aurora-postgresql", "numeric"],
    ["aurora-postgresql", "money"],
    ["aurora-postgresql", "varchar"],
    ["aurora-postgresql", "integer[]"],
    ["aurora-postgresql", "tinyint"],
  ] as const)("%s refuses %p", (engine, type) => {
    const outcome = lakeType(engine, type);
    expect(outcome).toEqual({ refused: expect.any(String) as unknown });
    expect(() => acceptedLakeType(engine, type)).toThrow(/cannot be replicated: write /);
  });

  it("keeps every decimal that the lake can hold", () => {
    const decimal = fc
      .integer({ min: 1, max: 38 })
      .chain((precision) => fc.integer({ min: 0, max: precision }).map((scale) => `decimal(${precision},${scale})`));
    fc.assert(
      fc.property(fc.constantFrom(...ENGINES), decimal, (engine, type) => {
        expect(lakeType(engine, type)).toEqual({ raw: type, curated: type });
      }),
    );
  });

  it("gives only types that Hive and Iceberg have, whatever it is given", () => {
    const words = [
      "decimal",
      "numeric(10,2)",
      "tinyint",
      "unsigned",
      "varchar(9)",
      "bit(1)",
      "time",
      "timestamp(3)",
      "json",
    ];
    const type = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...words), { maxLength: 3 }).map((list) => list.join(" ")),
    );
    fc.assert(
      fc.property(fc.constantFrom(...ENGINES), type, (engine, text) => {
        const outcome = lakeType(engine, text);
        if ("refused" in outcome) return;
        expect(outcome.raw).toMatch(HIVE);
        expect(outcome.curated).toMatch(ICEBERG);
      }),
    );
  });
});
