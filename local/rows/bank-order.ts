import { COREBANK, LENDING, sampleBank } from "../../examples/sample-bank";
import { engineFacts } from "../../model/contract/engine";
import type { Source } from "../../model/landscape/types";
import { type MadeOrder, madeBank } from "../made-rows";
import type { Bank, BankDatabase } from "../source-systems";
import { timeOf } from "./clock";

/** Where the bank's time ends: after a month's last booking day, whatever the day is on which the demo runs. */
export const END = timeOf("2026-06-30T21:00:00Z");

/** Hours before that in which changes are captured: a day and a half, so that midnight and a nightly run are inside. */
export const HOURS = 36;

/** Whose rows are played: the sample bank's, or rows that are made from the contracts of another bank's landscape. */
export type BankKind = "made" | "sample";

/** How the rows are called, for people. */
export const BANK_NAMES: Readonly<Record<BankKind, string>> = {
  made: "Rows made from the contracts",
  sample: "Rows of a sample bank",
};

type Systems = MadeOrder["environment"];

const SAMPLE: readonly BankDatabase[] = [LENDING, COREBANK];

/** Whether a database has every table and column that a source promises, as it promises them. */
const holds = ({ engine, database, tables }: BankDatabase, source: Source): boolean =>
  engineFacts(source.engine).family === engine &&
  source.database === database &&
  source.tables.every(({ schema, name, primaryKey, columns, onlyRows }) => {
    const table = tables.find((each) => each.schema === schema && each.name === name);
    return (
      // Rows of the sample bank may leave such conditions and enter them, and what DMS makes of that is nowhere written.
      onlyRows === undefined &&
      table?.primaryKey.join("\n") === primaryKey.join("\n") &&
      Object.entries(columns).every(([column, { type }]) =>
        table.columns.some((each) => each.name === column && each.type === type),
      )
    );
  });

/** The sample bank's where all that the sources promise is in its databases, each in one of its own; else made rows. */
export function bankKind({ producers }: Pick<Systems, "producers">): BankKind {
  const sources = producers.flatMap((producer) => producer.sources);
  const databases = new Set(sources.flatMap((source) => SAMPLE.find((database) => holds(database, source)) ?? []));
  return sources.length > 0 && databases.size === sources.length ? "sample" : "made";
}

/** Which rows an environment gets, and why, for people. */
export function bankLine(environment: Systems): string {
  const count = environment.producers
    .flatMap(({ sources }) => sources)
    .reduce((sum, { tables }) => sum + tables.length, 0);
  return bankKind(environment) === "sample"
    ? "of the sample bank: its databases hold every table and column of the landscape"
    : `made from the contracts of ${count === 1 ? "one table" : `${count} tables`}, for the sample bank's databases hold other ones`;
}

/** The bank whose rows fit an environment; `MadeOrder` says what decides it. */
export function orderedBank(order: MadeOrder): Bank {
  return bankKind(order.environment) === "sample" ? sampleBank(order) : madeBank(order);
}
