import type { TablesLock } from "../../tables/lock";
import type { Draft } from "../draft";
import { below, type Keys } from "../keys";
import type { Environment, Landscape } from "../types";
import { columnsOf, environmentsOf, producersOf, sourcesOf, tablesOf, type Visit } from "../walk";
import { contentsOf, inSource } from "./contents";
import { lets, type Mark, type WrongMark } from "./mark";
import { resolved } from "./resolve";

/** What is deployed in an environment is not held back from it. */
export function deployedMarks(
  landscape: Draft<Landscape>,
  deployed: Readonly<Record<string, TablesLock>>,
): readonly WrongMark[] {
  const left = environmentsOf(resolved(landscape));
  return environmentsOf(landscape).flatMap((environment, index) => {
    const { name = "" } = environment.value;
    const there =
      left[index] === undefined ? new Set() : new Set([...contentsOf(left[index].value), ...dropped(left[index])]);
    return markedIn(environment, deployed[name] ?? {})
      .filter(({ entry, mark }) => !lets(mark, name) && !there.has(entry))
      .map(({ mark, keys, what }) => ({
        keys,
        found: mark,
        remedy: `add \`${JSON.stringify(name)}\`: ${what} is deployed there and holds the only copy; docs/tables.md tells how to give it up`,
        leftOut: keys,
      }));
  });
}

/** Columns on their way out, which the table may lose. */
const dropped = (environment: Visit<Environment>): readonly string[] =>
  producersOf(environment)
    .flatMap(sourcesOf)
    .flatMap((source) =>
      tablesOf(source).flatMap(({ value: { name, droppedColumns = {} } }) =>
        Object.keys(droppedColumns).map((column) => inSource(`${source.value.name}.${name}`, column)),
      ),
    );

/** A mark on a table or column that is recorded as deployed. */
interface MarkedEntry {
  readonly entry: string;
  readonly mark: Mark;
  readonly keys: Keys;
  readonly what: string;
}

const markedIn = (environment: Visit<Environment>, lock: TablesLock): readonly MarkedEntry[] =>
  producersOf(environment)
    .flatMap(sourcesOf)
    .flatMap((source) =>
      tablesOf(source).flatMap((table) => {
        const record = lock[source.value.name ?? ""]?.[table.value.name ?? ""];
        if (record === undefined) return [];
        const path = `${source.value.name}.${table.value.name}`;
        const marked = [
          { ...table, entry: inSource(path), what: "the table" },
          ...columnsOf(table)
            .filter(({ name }) => Object.hasOwn(record.columns, name))
            .map((column) => ({ ...column, entry: inSource(path, column.name), what: "the column" })),
        ];
        return marked.map(({ value, keys, entry, what }) => ({
          entry,
          mark: value.onlyIn,
          keys: below(keys, "onlyIn"),
          what,
        }));
      }),
    );
