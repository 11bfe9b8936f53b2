import { column } from "../../../../model/contract/column";
import type { Source } from "../../../../model/landscape/types";
import { sourceOf, table } from "../../sources";

/** A table of an engine: how a value is written by DMS, and how it must stand among the current rows. */
export interface Schema {
  readonly engine: "aurora-mysql" | "aurora-postgresql";
  /** Columns behind the key, as SQL. */
  readonly written: (value: number) => readonly string[];
  readonly read: (value: number) => readonly string[];
  /** The same for a deletion, which PostgreSQL logs with the key alone. */
  readonly deleted: (value: number) => readonly string[];
  readonly source: Source;
}

const two = (value: number): string => String(value).padStart(2, "0");
const key = { history: column("bigint", "internal", "History"), id: column("bigint", "internal", "Row") };

const sourceWith = (engine: Schema["engine"], columns: Parameters<typeof table>[1]): Source => {
  const source = sourceOf(table("event", { ...key, ...columns }, 2));
  return "existing" in source ? source : { ...source, engine };
};

const mysqlRow = (value: number) => [
  String(value),
  `'it''s ${value}'`,
  value % 2 === 0 ? "true" : "false",
  `TIMESTAMP '2026-01-01 00:00:${two(value)}.5'`,
  `${value}.25`,
];

const MYSQL: Schema = {
  engine: "aurora-mysql",
  source: sourceWith("aurora-mysql", {
    kind: column("smallint unsigned", "internal", "Kind"),
    name: column("varchar(20)", "internal", "Name"),
    is_open: column("bit(1)", "internal", "Open"),
    changed: column("timestamp(6)", "internal", "Changed"),
    amount: column("decimal(12,2)", "internal", "Amount"),
  }),
  written: mysqlRow,
  deleted: mysqlRow,
  read: (value) => [
    String(value),
    `it's ${value}`,
    String(value % 2 === 0),
    `2026-01-01 00:00:${two(value)}.5`,
    `${value}.25`,
  ],
};

const POSTGRESQL: Schema = {
  engine: "aurora-postgresql",
  source: sourceWith("aurora-postgresql", {
    kind: column("smallint", "internal", "Kind"),
    is_open: column("boolean", "internal", "Open"),
    day: column("date", "internal", "Day"),
    changed: column("timestamptz", "internal", "Changed"),
  }),
  written: (value) => [
    String(value),
    `'${value % 2 === 0}'`,
    `DATE '2026-01-${two(value + 1)}'`,
    `TIMESTAMP '2026-01-01 00:00:${two(value)}'`,
  ],
  deleted: () => ["NULL", "NULL", "NULL", "NULL"],
  read: (value) => [
    String(value),
    String(value % 2 === 0),
    `2026-01-${two(value + 1)}`,
    `2026-01-01 00:00:${two(value)}`,
  ],
};

export const SCHEMAS: readonly Schema[] = [MYSQL, POSTGRESQL];
