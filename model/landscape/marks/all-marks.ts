import type { Draft } from "../draft";
import { below, type Keys } from "../keys";
import type { HeldSettings, Landscape } from "../types";
import {
  columnsOf,
  consumersOf,
  environmentsOf,
  producersOf,
  queriesOf,
  sharesOf,
  sourcesOf,
  tablesOf,
  teamsOf,
} from "../walk";
import type { Mark } from "./mark";

/** Settings of a table that can be held back. */
export const SETTINGS = [
  "onlyRows",
  "changedAt",
  "partitionedBy",
  "droppedColumns",
  "waivers",
] as const satisfies readonly (keyof HeldSettings)[];

/** A mark and where it is. */
export interface PlacedMark {
  readonly mark: Mark;
  readonly keys: Keys;
}

/** Every mark of a landscape. */
export const allMarks = (landscape: Draft<Landscape>): readonly PlacedMark[] =>
  environmentsOf(landscape).flatMap((environment) => {
    const tables = producersOf(environment).flatMap(sourcesOf).flatMap(tablesOf);
    const shares = consumersOf(environment).flatMap(teamsOf).flatMap(sharesOf);
    const marked = [...tables, ...tables.flatMap(columnsOf), ...shares, ...queriesOf(environment)];
    const marks = marked.map(({ value, keys }) => ({ mark: value.onlyIn, keys: below(keys, "onlyIn") }));
    const settings = tables.flatMap(({ value, keys }) =>
      SETTINGS.map((name) => ({ mark: value.settingsOnlyIn?.[name], keys: below(keys, "settingsOnlyIn", name) })),
    );
    return [...marks, ...settings].filter(({ mark }) => mark !== undefined);
  });
