import { checkShape } from "../model/landscape/shape";
import { type Identity, identityOf, isSame } from "../model/records/identity";
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

/**
 * The tables that are recorded as deployed, by environment. An environment of the same name in other accounts is another
 * one, of which nothing is recorded.
 * @param landscape may be anything
 * @throws Error when a file is no record
 */
export function readTablesLocks(landscape: unknown): Readonly<Record<string, TablesLock>> {
  const present = (checkShape(landscape).landscape?.environments ?? []).map(identityOf);
  const records = readRecords(".");
  return Object.fromEntries(
    records.environments
      .filter((recorded) => present.some((each) => isSame(recorded, each)))
      .map((identity) => [identity.name, recordedTables(records, identity)]),
  );
}
