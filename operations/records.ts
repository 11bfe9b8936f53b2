import type { Environment } from "../model/landscape/types";
import { accountNames, identityOf } from "../model/records/identity";
import { READERS, RECORDS } from "../model/records/paths";
import { readRecords, recordedIn } from "../synth/records";

/** Who may do what in an environment, as somebody has reviewed it. */
export interface Reviewed {
  /** Where the files are, for messages. */
  readonly folder: string;
  /** By account id. */
  readonly accounts: ReadonlyMap<string, { readonly file: string; readonly lines: readonly string[] }>;
}

/** The readers of an environment as they are recorded, with the environment's own ids and names. */
export function reviewedReaders(project: string, environment: Environment): Reviewed {
  const folder = `${RECORDS}/${READERS}`;
  const identity = identityOf(environment);
  const files = recordedIn(readRecords(project), READERS, identity);
  const ids = new Map([...accountNames(identity)].map(([id, name]) => [name, id]));
  return {
    folder,
    accounts: new Map(
      [...files]
        .filter(([name]) => name !== "others")
        .map(([name, lines]) => [ids.get(name) ?? name, { file: `${folder}/${name}.txt`, lines }]),
    ),
  };
}
