import { column } from "../../../../model/contract/column";
import type { Source } from "../../../../model/landscape/types";
import { sourceOf, table } from "../../sources";

/** A table of an engine: how a value is written by DMS, and how it must stand among the current rows. */
export interface Schema {
  readonly engine: "aurora-mysql" | "aurora-postgresql";
  /** The second column of the key: as files hold it, as SQL, and as it must stand among the current rows. */
  readonly keyWritten: (id: number) => string;
  readonly keyRead: (id: number) => string;
  /** Columns behind the key, as SQL. */
  readonly written: (value: number) => readonly string[];
  readonly read: (value: number) => readonly string[];
  /** The same for a deletion, which PostgreSQL logs with the key alone. */
  readonly deleted: (value: number) => readonly string[];
  readonly source: Source;
}

/** A moment as files hold it: microseconds since 1970. */
const micros = (moment: string): string => `epoch_us(TIMESTAMP '${moment}')`;

const two = (value: number): string => String(value).padStart(2, "0");

const sourceWith = (engine: Schema["engine"], id: string, columns: Parameters<typeof table>[1]): Source => {
  const key = { history: column("bigint", "internal", "History"), id: column(id, "internal", "Row") };
  const source = sourceOf(table("event", { ...key, ...columns }, 2));
  return "existing" in source ? source : { ...source, engine };
};

const mysqlRow = (value: number) => [
  String(value),
  `'it''s ${value}'`,
  value % 2 === 0 ? "true" : "false",
  micros(`2026-01-01 00:00:${two(value)}.99999${value}`),
  `${value}.25`,
];

const MYSQL: Schema = {
  engine: "aurora-mysql",
  source: sourceWith("aurora-mysql", "bigint", {
    kind: column("smallint unsigned", "internal", "Kind"),
    name: column("varchar(20)", "internal", "Name"),
    is_open: column("bit(1)", "internal", "Open"),
    changed: column("timestamp(6)", "internal", "Changed"),
    amount: column("decimal(12,2)", "internal", "Amount"),
  }),
  keyWritten: String,
  keyRead: String,
  written: mysqlRow,
  deleted: mysqlRow,
  read: (value) => [
    String(value),
    `it's ${value}`,
    String(value % 2 === 0),
    `2026-01-01 00:00:${two(value)}.99999${value || ""}`,
    `${value}.25`,
  ],
};

const keyMoment = (id: number): string => `2026-06-30 23:59:59.99999${id + 1}`;

const POSTGRESQL: Schema = {
  engine: "aurora-postgresql",
  source: sourceWith("aurora-postgresql", "timestamptz", {
    kind: column("smallint", "internal", "Kind"),
    is_open: column("boolean", "internal", "Open"),
    day: column("date", "internal", "Day"),
    changed: column("timestamptz", "internal", "Changed"),
  }),
  // Keys that only the last digit tells apart.
  keyWritten: (id) => micros(keyMoment(id)),
  keyRead: keyMoment,
  written: (value) => [
    String(value),
    `'${value % 2 === 0}'`,
    `DATE '2026-01-${two(value + 1)}'`,
    micros(`1969-12-31 23:59:${two(value)}.000001`),
  ],
  deleted: () => ["NULL", "NULL", "NULL", "NULL"],
  read: (value) => [
    String(value),
    String(value % 2 === 0),
    `2026-01-${two(value + 1)}`,
    `1969-12-31 23:59:${two(value)}.000001`,
  ],
};

export const SCHEMAS: readonly Schema[] = [MYSQL, POSTGRESQL];
