import { below } from "../keys";
import { problemAt } from "../problem";
import { environmentsOf } from "../walk";
import type { Check } from "./check";
import { entry, repeated } from "./repeated";

/** Environments have different names, none of which is taken by a file of `accounts/`. */
export const environmentNames: Check = (landscape) => {
  const entries = environmentsOf(landscape).flatMap(({ value, keys }) => entry(below(keys, "name"), value.name));
  const doubled = repeated(entries).map(({ keys, text }) =>
    problemAt(landscape, keys, text, "write another name: an earlier environment has this one"),
  );
  const taken = entries
    .filter(({ text }) => text === "index")
    .map(({ keys, text }) =>
      problemAt(landscape, keys, text, "write another name: `accounts/index.ts` lists the environments"),
    );
  return [...doubled, ...taken];
};
