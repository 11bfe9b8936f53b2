import type { ColumnContract, RowCondition } from "../../model/landscape/types";
import type { BankColumn, BankEngine } from "../source-systems";
import { passes } from "./condition";
import { type Room, type Values, valuesOf } from "./values";

/** Values that come with a default which counts up: their columns are never empty. */
const COUNTED = /^(?:(?:small|big)?serial|serial[248])$/i;

/** A column of a made table: what it declares, and which values it holds in turn. */
export interface MadeColumn extends BankColumn {
  readonly isKey: boolean;
  /** Whether a row has the same value in all its versions. */
  readonly isFixed: boolean;
  /** Number of different values of a part of the key. */
  readonly count: number;
  /** Value of a part of the key. */
  readonly nth: (index: number) => string;
  /** Values of rows that reach the lake, in turn; `null`: empty. */
  readonly passing: readonly (string | null)[];
  /** Values that keep a row from the lake; empty where nothing does. */
  readonly failing: readonly string[];
}

export interface ColumnOrder {
  readonly engine: BankEngine;
  readonly name: string;
  readonly contract: ColumnContract;
  readonly isKey: boolean;
  readonly room: Room;
  /** Values that somebody compares the column with. */
  readonly literals: readonly string[];
  /** What `onlyRows` asks of the column. */
  readonly conditions: readonly RowCondition[];
  /** Numbers of ordinary values, which follow the hard ones. */
  readonly ordinary: readonly number[];
}

/** Literals first, then the others, without repetitions. */
function keyed({ nth, count }: Values, literals: readonly string[]): Pick<MadeColumn, "count" | "nth"> {
  const first = literals.filter((literal) => {
    // A literal that counting meets again would be there twice.
    for (let index = 0; index < Math.min(count, 1000); index += 1) if (nth(index) === literal) return false;
    return true;
  });
  return { count: count + first.length, nth: (index) => first[index] ?? nth(index - first.length) };
}

/** How a column holds a literal: MySQL's flags are digits. */
const held = (values: Values, literal: string): string =>
  values.hard.includes("1") && !values.hard.includes("true") && /^(?:true|false)$/.test(literal)
    ? String(Number(literal === "true"))
    : literal;

export function madeColumn(order: ColumnOrder): MadeColumn {
  const { engine, name, contract, isKey, room, conditions, ordinary } = order;
  const { type } = contract;
  const values = valuesOf(engine, type, room);
  const nullable = !isKey && !COUNTED.test(type.trim());
  const declared = { name, type, nullable, isKey };
  if (values === undefined)
    return { ...declared, isFixed: false, count: 0, nth: () => "", passing: [null], failing: [] };
  const literals = order.literals.filter(values.takes).map((literal) => held(values, literal));
  const [first = values.nth(0), ...others] = values.hard;
  const more = ordinary.map((number) => values.nth(number % values.count));
  const all = [...new Set([first, ...literals, ...others, ...more])];
  const fits = (value: string): boolean => conditions.every((condition) => passes(condition, value));
  const passing = all.filter(fits);
  // Whether an empty value meets a condition is nowhere written, nor when a changed one is looked at.
  const isEver = nullable && conditions.length === 0 && contract.immutable !== true;
  return {
    ...declared,
    isFixed: contract.immutable === true || conditions.length > 0,
    ...keyed(values, literals),
    passing: isEver ? [...passing, null] : passing,
    failing: all.filter((value) => !fits(value)),
  };
}
