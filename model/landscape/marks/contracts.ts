import { type Draft, present } from "../draft";
import { below } from "../keys";
import type { Landscape, TableContract } from "../types";
import { environmentsOf, producersOf, sourcesOf, tablesOf, type Visit } from "../walk";
import { SETTINGS } from "./all-marks";
import { lets, type WrongMark } from "./mark";

/** Wherever a table is, its key is too, and whatever its settings name; and a mark on a setting is on one that there is. */
export const contractMarks = (landscape: Draft<Landscape>): readonly WrongMark[] =>
  environmentsOf(landscape).flatMap((environment) =>
    producersOf(environment)
      .flatMap(sourcesOf)
      .flatMap(tablesOf)
      .flatMap((table) => [
        ...(lets(table.value.onlyIn, environment.value.name) ? columnMarks(environment.value.name, table) : []),
        ...settingMarks(table),
      ]),
  );

/** What an environment misses of a table that it has. */
function columnMarks(environment: string | undefined, { value, keys }: Visit<TableContract>): readonly WrongMark[] {
  const { columns = {}, settingsOnlyIn } = value;
  const missing = (name: string): boolean => Object.hasOwn(columns, name) && !lets(columns[name]?.onlyIn, environment);
  const markOf = (name: string) => below(keys, "columns", name, "onlyIn");
  const keyless = present(value.primaryKey)
    .filter(missing)
    .map((name) => ({
      keys: markOf(name),
      found: columns[name]?.onlyIn,
      remedy: `remove it, or mark the table instead: \`${environment}\` would have the table without its key`,
      leftOut: markOf(name),
    }));
  const settings = SETTINGS.filter((setting) => lets(settingsOnlyIn?.[setting], environment)).flatMap((setting) =>
    named(value, setting)
      .filter(missing)
      .map((name) => ({
        keys: below(keys, "settingsOnlyIn", setting),
        found: settingsOnlyIn?.[setting],
        remedy: `write \`settingsOnlyIn: { ${setting}: ${JSON.stringify(columns[name]?.onlyIn)} }\`, or remove the mark of \`${name}\`: \`${environment}\` has no such column`,
        leftOut: markOf(name),
      })),
  );
  return [...keyless, ...settings];
}

/** Columns that a setting needs. */
function named(table: Draft<TableContract>, setting: (typeof SETTINGS)[number]): readonly string[] {
  switch (setting) {
    case "changedAt":
      return present([table.changedAt]);
    case "onlyRows":
      return present(present(table.onlyRows).map(({ column }) => column));
    case "partitionedBy":
      return present(present(table.partitionedBy).map(({ column }) => column));
    case "droppedColumns":
    case "waivers":
      return [];
  }
}

const settingMarks = ({ value, keys }: Visit<TableContract>): readonly WrongMark[] =>
  SETTINGS.filter((name) => value.settingsOnlyIn?.[name] !== undefined && !Object.hasOwn(value, name)).map((name) => {
    const here = below(keys, "settingsOnlyIn", name);
    return {
      keys: here,
      found: value.settingsOnlyIn?.[name],
      remedy: `remove it: the table has no \`${name}\``,
      leftOut: here,
    };
  });
