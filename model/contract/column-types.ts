import { type Engine, type EngineFamily, engineFacts } from "./engine";

/** A column type on its way from the source to the two tables of the lake. */
export interface LakeType {
  /** Type in the change files as Glue and Athena read them (Hive names). */
  readonly raw: string;
  /** Type in the Iceberg table; Athena's Iceberg has no tinyint, smallint or char. */
  readonly curated: string;
  /** Type that DMS must give the column, because its own choice would damage values. */
  readonly dmsType?: DmsType;
  /** Whether DMS treats it as a large object, which it cuts at a limit. */
  readonly isLob?: true;
}

/**
 * A data type of a DMS transformation rule.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Reference.DataTypes.html
 */
export interface DmsType {
  readonly type: "numeric";
  readonly precision: number;
  readonly scale: number;
}

/** Why a source type cannot be replicated as it is, and what to do. */
export interface RefusedType {
  readonly refused: string;
}

type Outcome = LakeType | RefusedType;
interface TypeRule {
  readonly pattern: RegExp;
  readonly outcome: (match: RegExpMatchArray) => Outcome;
}

const same = (type: string): (() => LakeType) => to(type, type);
const to = (raw: string, curated: string) => (): LakeType => ({ raw, curated });
const lob = (type: string) => (): LakeType => ({ raw: type, curated: type, isLob: true });
const refused = (reason: string) => (): RefusedType => ({ refused: reason });

function decimal(match: RegExpMatchArray): Outcome {
  const [precision, scale] = [Number(match[1]), Number(match[2] ?? 0)];
  if (precision < 1 || precision > 38 || scale > precision) {
    return { refused: "a precision of 1 to 38 and a scale not above it; the lake holds no larger decimal" };
  }
  return same(`decimal(${precision},${scale})`)();
}

const DECIMAL = String.raw`\((\d+)(?:,\s*(\d+))?\)$`;
const rule = (pattern: string, outcome: TypeRule["outcome"]): TypeRule => ({ pattern: new RegExp(pattern), outcome });

/**
 * Types of Aurora MySQL.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.MySQL.html (data types) joined with
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Target.S3.html (Parquet types). Hive and Iceberg have no unsigned
 * types, so an unsigned column takes the next wider one.
 */
const MYSQL: readonly TypeRule[] = [
  rule(`^(?:decimal|numeric)${DECIMAL}`, decimal),
  rule("^(?:decimal|numeric)$", refused("a precision and scale, for example decimal(12,2)")),
  rule(String.raw`^tinyint(?:\(\d+\))?$`, to("tinyint", "int")),
  rule(String.raw`^tinyint(?:\(\d+\))? unsigned$`, to("smallint", "int")),
  rule("^smallint$", to("smallint", "int")),
  rule("^smallint unsigned$", same("int")),
  rule("^(?:mediumint|int|integer)$", same("int")),
  rule("^mediumint unsigned$", same("int")),
  rule("^(?:int|integer) unsigned$", same("bigint")),
  rule("^bigint$", same("bigint")),
  // Parquet's UINT64 is above what any integer of Hive holds, so DMS is told to write a decimal.
  rule("^bigint unsigned$", () => ({
    raw: "decimal(20,0)",
    curated: "decimal(20,0)",
    dmsType: { type: "numeric", precision: 20, scale: 0 },
  })),
  rule("^float$", same("float")),
  rule("^double$", same("double")),
  rule(String.raw`^bit\(1\)$`, same("boolean")),
  rule(String.raw`^(?:char|varchar)\(\d+\)$`, same("string")),
  rule("^text$", same("string")),
  rule("^(?:mediumtext|longtext|json)$", lob("string")),
  rule(String.raw`^(?:enum|set)\(.+\)$`, same("string")),
  rule("^date$", same("date")),
  rule(String.raw`^(?:datetime|timestamp)(?:\([0-6]\))?$`, same("timestamp")),
  rule(String.raw`^time(?:\([0-6]\))?$`, same("string")),
  rule("^year$", to("smallint", "int")),
  rule(String.raw`^(?:binary|varbinary)\(\d+\)$`, same("binary")),
  rule("^(?:blob|mediumblob|longblob)$", lob("binary")),
];

/**
 * Types of Aurora PostgreSQL.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.PostgreSQL.html (data types and limitations). DMS rounds
 * an unbounded numeric to (28,6), and delivers a boolean as the text `true` or `false`.
 */
const POSTGRESQL: readonly TypeRule[] = [
  rule(`^(?:decimal|numeric)${DECIMAL}`, decimal),
  rule(
    "^(?:decimal|numeric)$",
    refused("a precision and scale, for example numeric(14,2): DMS rounds others to 6 decimals"),
  ),
  rule("^money$", refused("numeric(14,2) at the source: money depends on the locale of the server")),
  rule("^smallint$", to("smallint", "int")),
  rule("^(?:int|integer|serial)$", same("int")),
  rule("^(?:bigint|bigserial)$", same("bigint")),
  rule("^real$", same("float")),
  rule("^double precision$", same("double")),
  rule("^boolean$", to("string", "boolean")),
  rule(String.raw`^(?:char|varchar|character varying|character)\(\d+\)$`, same("string")),
  rule(
    "^(?:varchar|character varying)$",
    refused("a length, for example varchar(200): without one DMS treats it as a LOB"),
  ),
  rule("^(?:uuid|inet|cidr|interval)$", same("string")),
  rule("^(?:text|json|jsonb|xml)$", lob("string")),
  rule("^date$", same("date")),
  rule(String.raw`^(?:timestamp|timestamptz)(?:\([0-6]\))?$`, same("timestamp")),
  rule(String.raw`^timestamp(?:\([0-6]\))? with(?:out)? time zone$`, same("timestamp")),
  rule("^bytea$", lob("binary")),
];

const RULES: Readonly<Record<EngineFamily, readonly TypeRule[]>> = { mysql: MYSQL, postgresql: POSTGRESQL };

/** How a source type arrives in the lake, or why it cannot. */
export function lakeType(engine: Engine, sourceType: string): LakeType | RefusedType {
  const text = sourceType.trim().toLowerCase().replaceAll(/\s+/g, " ");
  for (const { pattern, outcome } of RULES[engineFacts(engine).family]) {
    const match = text.match(pattern);
    if (match) return outcome(match);
  }
  return { refused: `a type of ${engine} that the lake knows (model/contract/column-types.ts)` };
}

/**
 * The lake type of a column that the landscape's checks have accepted.
 * @throws Error when the type is refused
 */
export function acceptedLakeType(engine: Engine, sourceType: string): LakeType {
  const result = lakeType(engine, sourceType);
  if ("refused" in result) throw new Error(`column type "${sourceType}" cannot be replicated: write ${result.refused}`);
  return result;
}
