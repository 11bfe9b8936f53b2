import { checkShape } from "../model/landscape/shape";
import { accountsOf, environmentsOf } from "../model/landscape/walk";
import { type Identity, isSame } from "../model/records/identity";
import { RECORDS, TABLES } from "../model/records/paths";
import type { TablesLock } from "../model/tables/lock";
import { tablesIn } from "../model/tables/lock-file";
import { type Records, readRecords, recordedIn } from "./records";

/** The tables that are recorded of an environment. */
export const recordedTables = (records: Records, identity: Identity): TablesLock =>
  Object.fromEntries(
    [...recordedIn(records, TABLES, identity)].flatMap(([source, lines]) =>
      Object.entries(tablesIn(lines, `${RECORDS}/${TABLES}/${source}.txt`)),
    ),
  );

/** The environments of a landscape as far as it says what they are; it may have mistakes elsewhere. */
const environmentsIn = (landscape: unknown): readonly Identity[] =>
  environmentsOf(checkShape(landscape).draft).map((environment) => ({
    name: environment.value.name ?? "",
    region: environment.value.region ?? "",
    accounts: Object.fromEntries(accountsOf(environment).map(({ value: { name = "", id = "" } }) => [name, id])),
  }));

/**
 * The tables that are recorded as deployed, by environment. An environment of the same name in other accounts is another
 * one, of which nothing is recorded.
 * @param landscape may be anything
 * @param project its folder
 * @throws Error when a file is no record
 */
export function readTablesLocks(landscape: unknown, project = "."): Readonly<Record<string, TablesLock>> {
  const present = environmentsIn(landscape);
  const records = readRecords(project);
  return Object.fromEntries(
    records.environments
      .filter((recorded) => present.some((each) => isSame(recorded, each)))
      .map((identity) => [identity.name, recordedTables(records, identity)]),
  );
}
