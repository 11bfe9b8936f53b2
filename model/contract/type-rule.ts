/** How rows of the type tables are written: source type, DMS's type for it, and what follows. */
import type { DmsType, LakeType, RefusedType } from "./lake-type";

export type Outcome = LakeType | RefusedType;

/** One row: spellings of a source type, and how it arrives. */
export interface TypeRule {
  readonly pattern: RegExp;
  readonly outcome: (match: RegExpMatchArray) => Outcome;
}

/**
 * What DMS writes for each of its own types, as Hive and Athena name it. Hive has no unsigned types: the next wider one
 * holds every value, and the widest has none (see `bigint unsigned`).
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Target.S3.html#CHAP_Target.S3.DataTypes
 */
const HIVE = {
  BLOB: "binary",
  BOOLEAN: "boolean",
  BYTES: "binary",
  CLOB: "string",
  DATE: "date",
  // Microseconds since 1970: Athena rounds a column of a file to milliseconds that is declared as a timestamp.
  DATETIME: "bigint",
  INT1: "tinyint",
  INT2: "smallint",
  INT4: "int",
  INT8: "bigint",
  NCLOB: "string",
  REAL4: "float",
  REAL8: "double",
  STRING: "string",
  UINT1: "smallint",
  UINT2: "int",
  UINT4: "bigint",
  WSTRING: "string",
} as const;

/** Large objects of DMS, which it cuts at a limit. https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.LOBSupport.html */
const LOBS: ReadonlySet<string> = new Set(["BLOB", "CLOB", "NCLOB"]);

/** Athena's Iceberg has neither: https://docs.aws.amazon.com/athena/latest/ug/querying-iceberg-supported-data-types.html */
const WIDER: Readonly<Record<string, string>> = { smallint: "int", tinyint: "int" };

/** What the lake keeps for a type of DMS, where it is not simply what the change files hold. */
const KEPT: Partial<Record<keyof typeof HIVE, Pick<LakeType, "curated" | "inFiles">>> = {
  DATETIME: { curated: "timestamp", inFiles: "timestamp" },
};

/** A type that DMS reads as one of its own. `dmsType` makes it write another one, `curated` makes the lake keep another. */
export function type(
  pattern: string,
  dms: keyof typeof HIVE,
  changes: { readonly raw?: string; readonly curated?: string; readonly dmsType?: DmsType } = {},
): TypeRule {
  const { raw = HIVE[dms], curated = WIDER[raw] ?? raw, dmsType } = changes;
  const outcome: LakeType = {
    raw,
    curated,
    ...KEPT[dms],
    ...(dmsType === undefined ? {} : { dmsType }),
    ...(LOBS.has(dms) ? { isLob: true } : {}),
  };
  return { pattern: new RegExp(`^(?:${pattern})$`), outcome: () => outcome };
}

/** Bytes of one length, one unless the pattern captures it. */
export const padded = (pattern: string, dms: "BYTES"): TypeRule => ({
  pattern: new RegExp(`^(?:${pattern})$`),
  outcome: ([, length = "1"]) => ({ raw: HIVE[dms], curated: HIVE[dms], bytes: Number(length) }),
});

/** NUMERIC of DMS: the lake keeps precision and scale. `suffix` may follow in the source's spelling. */
export const decimal = (words: string, suffix = ""): TypeRule => ({
  pattern: new RegExp(String.raw`^(?:${words})\((\d+)(?:,\s*(-?\d+))?\)${suffix}$`),
  outcome: ([, digits, places = "0"]) => {
    const [precision, scale] = [Number(digits), Number(places)];
    if (precision < 1 || precision > 38 || scale < 0 || scale > precision) {
      return {
        refused:
          "a precision of 1 to 38 and a scale from 0 to it, at the source too, or make the column `forbidden`: the lake holds no other decimal",
      };
    }
    const name = `decimal(${precision},${scale})`;
    return { raw: name, curated: name };
  },
});

/** A type that would not survive the way. `remedy` says what to write instead, and why. */
export const refuse = (pattern: string, remedy: string): TypeRule => ({
  pattern: new RegExp(`^(?:${pattern})$`),
  outcome: () => ({ refused: remedy }),
});
