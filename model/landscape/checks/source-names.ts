import { below } from "../keys";
import { locate } from "../locate";
import { problemAt } from "../problem";
import { environmentsOf, producersOf, sourcesOf } from "../walk";
import type { Check } from "./check";
import { entry, repeated } from "./repeated";

/**
 * Source names are names of catalog databases: unique in the environment, and not `default`, which Athena needs for itself.
 * https://docs.aws.amazon.com/athena/latest/ug/lf-athena-limitations.html
 */
export const sourceNames: Check = (landscape) =>
  environmentsOf(landscape).flatMap((environment) => {
    const sources = producersOf(environment).flatMap(sourcesOf);
    const entries = sources.flatMap(({ value, keys }) => entry(below(keys, "name"), value.name));
    const doubled = repeated(entries).map(({ keys, text, first }) => {
      const { file } = locate(landscape, first);
      return problemAt(landscape, keys, text, `write another name: a source in ${file} has this one already`);
    });
    const taken = entries
      .filter(({ text }) => text === "default")
      .map(({ keys, text }) =>
        problemAt(landscape, keys, text, "write another name: Athena uses the database `default`"),
      );
    return doubled.concat(taken);
  });
