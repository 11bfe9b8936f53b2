import { needsFullReplicaIdentity } from "../../model/contract/row-filter";
import type { Source, TableContract } from "../../model/landscape/types";
import type { Chance } from "../chance";
import type { BankEngine, BankRow, BankTable } from "../source-systems";
import type { Literals } from "./literals";
import { type MadeColumn, madeColumn } from "./made-column";

/** Ordinary values that each column has besides its hard ones. */
const ORDINARY = 3;
const FAR = 30_000;

/** Every third key is one whose row stays at the source, where `onlyRows` leaves some out. */
const LEFT_OUT = 3;

/** Rows of a table that has a longest list of values: each value is there once. */
export interface MadeTable {
  readonly table: BankTable;
  /** Most keys that the table can have. */
  readonly capacity: number;
  /** Rows after which each column has held each of its values. */
  readonly variety: number;
  /**
   * The row of key number `key` in its version `version`; `undefined`: with nothing but what must be there; a version and
   * a half: with everything that can be there.
   */
  readonly row: (key: number, version: number | undefined) => BankRow;
}

export interface TableOrder {
  readonly engine: BankEngine;
  readonly source: Source;
  readonly contract: TableContract;
  readonly chance: Chance;
  readonly literals: Literals;
}

/** A key of a boolean and of a label has few values; beyond this nobody counts. */
const MOST = 1_000_000_000;

/**
 * Which value each part of key number `key` has, all combinations different. The widest part changes last, others have
 * two values in turn while that leaves keys enough, so that keys meet in all parts but one.
 */
function keyParts(counts: readonly number[], key: number): readonly number[] {
  const widest = counts.indexOf(Math.max(...counts));
  const isWide = (counts[widest] ?? 0) >= MOST / 1000;
  const parts = counts.map(() => 0);
  let rest = key;
  for (const [index, count] of counts.entries()) {
    if (index === widest) continue;
    const base = isWide ? Math.min(2, count) : count;
    parts[index] = rest % base;
    rest = Math.floor(rest / base);
  }
  // Where two values would be enough, the others are met as well.
  if (isWide) for (const [index, count] of counts.entries()) parts[index] = turned(parts[index] ?? 0, rest, count);
  parts[widest] = rest;
  return parts;
}

/** One of two values, and another two for each value of the widest part. */
const turned = (part: number, rest: number, count: number): number => (part + 2 * rest) % (count - (count % 2) || 1);

/** A table as its contract declares it, with the rows that its keys have. */
export function madeTable({ engine, source, contract, chance, literals }: TableOrder): MadeTable {
  const { schema, name, primaryKey } = contract;
  const columns = Object.entries(contract.columns).map(
    ([column, declared]): MadeColumn =>
      madeColumn({
        engine,
        name: column,
        contract: declared,
        isKey: primaryKey.includes(column),
        room: { lobBytes: (source.lobMaxKb ?? 0) * 1024 },
        literals: literals(source, contract, column),
        conditions: (contract.onlyRows ?? []).filter((condition) => condition.column === column),
        ordinary: Array.from({ length: ORDINARY }, () => chance.between(20, FAR)),
      }),
  );
  const keys = columns.filter(({ isKey }) => isKey);
  const counts = keys.map(({ count }) => count);
  const gate = columns.find(({ isKey, failing }) => !isKey && failing.length > 0);
  const table: BankTable = {
    system: source.name,
    schema,
    name,
    primaryKey,
    // Readiness asks for it.
    ...(engine === "postgresql" && needsFullReplicaIdentity(contract) ? { replicaIdentity: "full" } : {}),
    columns: columns.map(({ name: column, type, nullable }) => ({ name: column, type, nullable })),
  };
  const row = (key: number, version: number | undefined): BankRow => {
    const parts = keyParts(counts, key);
    const staysAtSource = gate !== undefined && (key % LEFT_OUT === LEFT_OUT - 1 || gate.passing.length === 0);
    return columns.map((column, index) => {
      const { passing, failing } = column;
      if (column.isKey) return column.nth(parts[keys.indexOf(column)] ?? 0);
      if (version === undefined && column.nullable && passing.includes(null)) return null;
      const values = column === gate && staysAtSource ? failing : passing;
      // Columns begin at different values, so that not all of them are at their first in one row.
      const turn = key + (column.isFixed ? 0 : Math.floor(version ?? 0)) + index;
      const value = values[turn % values.length] ?? null;
      return value === null && version !== undefined && !Number.isInteger(version) ? (values[0] ?? null) : value;
    });
  };
  return {
    table,
    capacity: counts.reduce((product, count) => Math.min(MOST, product * count), 1),
    variety: Math.max(...columns.map(({ passing, failing }) => passing.length + failing.length)),
    row,
  };
}
