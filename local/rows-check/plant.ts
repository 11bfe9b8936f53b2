import type { Environment, ProducerAccount, Source, TableContract } from "../../model/landscape/types";
import type { Step } from "../rows/steps";

/** A mistake in one stack. */
export interface Plant {
  readonly name: string;
  /** What the stack's id says after the environment: `lending-replication-loans`. */
  readonly stack: string;
  /** Makes the mistake in the text of the stack's JSON. */
  readonly edit: (json: string) => string;
  readonly found: Step;
}

/** A mistake that a landscape has no place for. */
export interface Unplanted {
  readonly name: string;
  readonly why: string;
}

/** Finds a place for a mistake in an environment. */
export type Planting = (environment: Environment) => Plant | Unplanted;

/** Replaces the first occurrence; a mistake that changes nothing would prove nothing. */
export function replaced(text: string, what: RegExp | string, by: string | ((found: string) => string)): string {
  const found = typeof what === "string" ? what : what.exec(text)?.[0];
  if (found === undefined || !text.includes(found)) throw new Error(`the stack does not say ${String(what)}`);
  return text.replace(found, () => (typeof by === "string" ? by : by(found)));
}

/**
 * Replaces all occurrences.
 * @param what an expression has the flag `g`
 */
export function everywhere(text: string, what: RegExp | string, by: string | ((found: string) => string)): string {
  const after = text.replaceAll(what, (found: string) => (typeof by === "string" ? by : by(found)));
  if (after === text) throw new Error(`the stack does not say ${String(what)}`);
  return after;
}

/** A source and the account that has it. */
export interface Owned {
  readonly producer: ProducerAccount;
  readonly source: Source;
}

export const ownedSources = ({ producers }: Environment): readonly Owned[] =>
  producers.flatMap((producer) => producer.sources.map((source) => ({ producer, source })));

/** A column of a table, and the source that has both. */
export interface Place extends Owned {
  readonly table: TableContract;
  readonly column: string;
}

/** The columns that reach the lake, but for keys. */
export const columnsInLake = (environment: Environment): readonly Place[] =>
  ownedSources(environment).flatMap((owned) =>
    owned.source.tables.flatMap((table) =>
      Object.entries(table.columns).flatMap(([column, { classification }]) =>
        classification === "forbidden" || table.primaryKey.includes(column) ? [] : [{ ...owned, table, column }],
      ),
    ),
  );
