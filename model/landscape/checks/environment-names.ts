import { below } from "../keys";
import { problemAt } from "../problem";
import { environmentsOf } from "../walk";
import type { Check } from "./check";
import { entry, repeated } from "./repeated";

/** Files and folders of `accounts/` that hold for all environments. */
const TAKEN: ReadonlySet<string> = new Set(["bank", "index", "queries", "records", "tables", "teams"]);

/** Environments have different names, none of which is taken by a file of `accounts/`. */
export const environmentNames: Check = (landscape) => {
  const entries = environmentsOf(landscape).flatMap(({ value, keys }) => entry(below(keys, "name"), value.name));
  const doubled = repeated(entries).map(({ keys, text }) =>
    problemAt(landscape, keys, text, "write another name: an earlier environment has this one"),
  );
  const taken = entries
    .filter(({ text }) => TAKEN.has(text))
    .map(({ keys, text }) =>
      problemAt(landscape, keys, text, `write another name: \`accounts/${text}\` holds for all environments`),
    );
  return [...doubled, ...taken];
};
