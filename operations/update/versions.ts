import type { Environment } from "../../model/landscape/types";
import { identityOf } from "../../model/records/identity";
import { linesOf } from "../../model/records/marks";
import type { Records } from "../../synth/records";
import { recordedAs } from "./recorded-as";

type Files = Records["files"];

/** A file of the records before and after, as one environment has it. */
export interface Version {
  readonly environment: string;
  /** Name of the file, without folder and suffix. */
  readonly file: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Files of one folder that differ, in environments that are recorded already; a new one has too much to tell. */
export function changedVersions(
  records: Records,
  present: Files,
  environments: readonly Environment[],
  folder: string,
): readonly Version[] {
  const names = [...new Set([...records.files.keys(), ...present.keys()])].filter((name) =>
    name.startsWith(`${folder}/`),
  );
  return environments
    .filter((environment) => recordedAs(records, identityOf(environment)) !== undefined)
    .flatMap(({ name: environment }) =>
      names.toSorted().flatMap((name) => {
        const [before, after] = [records.files, present].map((files) => linesOf(files.get(name) ?? [], environment));
        if (before === undefined || after === undefined || before.join("\n") === after.join("\n")) return [];
        return [{ environment, file: name.slice(folder.length + 1), before, after }];
      }),
    );
}
