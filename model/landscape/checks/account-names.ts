import { below } from "../keys";
import { problemAt } from "../problem";
import { accountsOf, environmentsOf } from "../walk";
import type { Check } from "./check";
import { entry, repeated } from "./repeated";

const TAKEN: ReadonlySet<string> = new Set(["index", "tables"]);

/** Accounts of an environment have different names, or one glob would deploy two; each has a file of its own. */
export const accountNames: Check = (landscape) =>
  environmentsOf(landscape).flatMap((environment) => {
    const entries = accountsOf(environment).flatMap(({ value, keys }) => entry(below(keys, "name"), value.name));
    const doubled = repeated(entries).map(({ keys, text }) =>
      problemAt(landscape, keys, text, "write another name: an earlier account of the environment has this one"),
    );
    const taken = entries
      .filter(({ text }) => TAKEN.has(text))
      .map(({ keys, text }) =>
        problemAt(landscape, keys, text, `write another name: the environment's folder has a \`${text}\` of its own`),
      );
    return doubled.concat(taken);
  });
