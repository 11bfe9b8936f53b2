import type { Draft } from "../draft";
import { below } from "../keys";
import { type Problem, problemAt } from "../problem";
import type { Landscape, TableContract } from "../types";
import { environmentsOf, producersOf, sourcesOf, tablesOf, type Visit } from "../walk";
import type { Check } from "./check";
import { entriesOf, repeated } from "./repeated";

/** A primary key names existing columns, each once, that reach the lake: the merge finds rows by it. */
export const primaryKeys: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(producersOf)
    .flatMap(sourcesOf)
    .flatMap(tablesOf)
    .flatMap((table) => problemsOf(landscape, table));

function problemsOf(landscape: Draft<Landscape>, { value, keys }: Visit<TableContract>): readonly Problem[] {
  const { primaryKey, columns } = value;
  if (primaryKey === undefined || columns === undefined) return [];
  const here = below(keys, "primaryKey");
  if (primaryKey.length === 0) {
    return [problemAt(landscape, here, primaryKey, `write the columns that identify a row: ${known(columns)}`)];
  }
  const entries = entriesOf(here, primaryKey);
  const doubled = repeated(entries).map((again) =>
    problemAt(landscape, again.keys, again.text, "remove it: the key has this column already"),
  );
  return [
    ...doubled,
    ...entries.flatMap((part) => {
      if (!Object.hasOwn(columns, part.text)) {
        return [problemAt(landscape, part.keys, part.text, `write a column of the table: ${known(columns)}`)];
      }
      if (columns[part.text]?.classification !== "forbidden") return [];
      const remedy = "write a column that is not forbidden: without it the lake cannot tell rows apart";
      return [problemAt(landscape, part.keys, part.text, remedy)];
    }),
  ];
}

function known(columns: Draft<TableContract["columns"]>): string {
  const names = Object.keys(columns).map((name) => `\`${name}\``);
  return names.length > 8 ? `${names.slice(0, 8).join(", ")} and ${names.length - 8} more` : names.join(", ");
}
