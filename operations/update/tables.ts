import type { Environment } from "../../model/landscape/types";
import { type Identity, identityOf } from "../../model/records/identity";
import { type TableChange, tableChanges } from "../../model/tables/changes";
import { tablesLock } from "../../model/tables/lock";
import { type Records } from "../../synth/records";
import { recordedTables } from "../../synth/tables-locks";
import { recordedAs } from "./recorded-as";
import type { Change, Refusal } from "./types";

/** In what the contracts of an environment differ from the tables as recorded. */
const changesOf = (records: Records, environment: Environment): readonly TableChange[] => {
  const recorded: Identity | undefined = recordedAs(records, identityOf(environment));
  return recorded === undefined ? [] : tableChanges(recordedTables(records, recorded), tablesLock(environment));
};

/** Differences of all environments that the tables can follow, or that somebody has accepted. */
export const changedTables = (records: Records, environments: readonly Environment[]): readonly Change[] =>
  environments.flatMap((environment) =>
    changesOf(records, environment).map(({ table, what }) => ({
      text: `${table}: ${what}`,
      environment: environment.name,
    })),
  );

/** Differences that tables cannot follow by themselves. */
export const refusedTables = (records: Records, environments: readonly Environment[]): readonly Refusal[] =>
  environments.flatMap((environment) =>
    changesOf(records, environment)
      .filter(({ allowed }) => !allowed)
      .map(({ table, what }) => ({
        accept: [table],
        lines: [
          `${environment.name} ${table}: ${what}.`,
          `  docs/tables.md tells how to get there; then \`npm run update -- --accept ${table}\`.`,
        ],
      })),
  );
