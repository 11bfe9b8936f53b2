import { placeAtSource } from "../../contract/at-source";
import { below } from "../keys";
import { problemAt } from "../problem";
import { environmentsOf, producersOf, sourcesOf, tablesOf } from "../walk";
import type { Check } from "./check";
import { entry, repeated } from "./repeated";

/** Tables of a source have different names, whatever their schema: one catalog database holds them all. */
export const tableNames: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(producersOf)
    .flatMap(sourcesOf)
    .flatMap((source) => {
      const tables = tablesOf(source);
      const names = repeated(tables.flatMap(({ value, keys }) => entry(below(keys, "name"), value.name)));
      const places = repeated(
        tables.flatMap(({ value: { schema, name, nameAtSource }, keys }) =>
          schema === undefined || name === undefined
            ? []
            : entry(
                below(keys, "nameAtSource"),
                placeAtSource({ schema, name, ...(nameAtSource && { nameAtSource }) }),
              ),
        ),
      );
      const again = new Set(names.map(({ keys }) => keys[keys.length - 2]));
      return [
        ...names.map(({ keys, text }) =>
          problemAt(
            landscape,
            keys,
            text,
            `write another name and, where the table is not of that name at the source, \`nameAtSource: ${JSON.stringify(text)}\`; or remove the table: the source has one of this name already`,
          ),
        ),
        ...places
          .filter(({ keys }) => !again.has(keys[keys.length - 2]))
          .map(({ keys, text }) =>
            problemAt(
              landscape,
              keys,
              text,
              "remove the table, or write the table that it is: another one reads it already",
            ),
          ),
      ];
    });
