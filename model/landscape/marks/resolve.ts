import { carried } from "../common";
import type { Draft } from "../draft";
import type { Environment, Landscape, Share, TableContract } from "../types";
import { SETTINGS } from "./all-marks";
import { type Contents, contentsOf, inDomain } from "./contents";
import { lets, type Mark } from "./mark";

/** The landscape in which each environment has what is not held back from it. No marks are left. */
export const resolved = (landscape: Draft<Landscape>): Draft<Landscape> =>
  changed(landscape, "environments", each(resolvedEnvironment));

function resolvedEnvironment(environment: Draft<Environment>): Draft<Environment> {
  const { name } = environment;
  const withTables = changed(
    environment,
    "producers",
    each((producer) =>
      changed(
        producer,
        "sources",
        each((source) => changed(source, "tables", (tables) => each(tableIn(name))(kept(name, tables)))),
      ),
    ),
  );
  const shared = shareIn(contentsOf(environment), contentsOf(withTables));
  const withShares = changed(
    withTables,
    "consumers",
    each((consumer) =>
      changed(
        consumer,
        "teams",
        each((team) => changed(team, "shares", (shares) => each(shared)(kept(name, shares)))),
      ),
    ),
  );
  return changed(withShares, "queries", (queries) => each(unmarked)(kept(name, queries)));
}

const tableIn =
  (environment: string | undefined) =>
  (table: Draft<TableContract>): Draft<TableContract> => {
    const { settingsOnlyIn, ...rest } = table;
    const held = SETTINGS.filter((setting) => !lets(settingsOnlyIn?.[setting], environment));
    return changed(unmarked(omitted(rest, held)), "columns", (columns) =>
      Object.fromEntries(
        Object.entries(columns)
          .filter(([, column]) => lets(column?.onlyIn, environment))
          .map(([name, column]) => [name, column && unmarked(column)]),
      ),
    );
  };

/**
 * A share without what its owner has agreed to for the day on which it is promoted. `covers` opens nothing: it is compared
 * with what the share opens.
 */
const shareIn =
  (declared: Contents, there: Contents) =>
  (share: Draft<Share>): Draft<Share> => {
    const { domain = "" } = share;
    const waits = (...names: readonly [string, string?]): boolean =>
      declared.has(inDomain(domain, ...names)) && !there.has(inDomain(domain, ...names));
    return changed(unmarked(share), "covers", (covers) =>
      Object.fromEntries(
        Object.entries(covers)
          .filter(([table]) => !waits(table))
          .map(([table, columns]) => [
            table,
            columns?.filter((column) => column === undefined || !waits(table, column)),
          ]),
      ),
    );
  };

/** Something marked, without the mark. */
const unmarked = <T extends { readonly onlyIn?: unknown }>(value: T): T => omitted(value, ["onlyIn"]);

const kept = <T extends { readonly onlyIn?: Mark }>(
  environment: string | undefined,
  list: readonly (T | undefined)[],
): readonly (T | undefined)[] => list.filter((item) => lets(item?.onlyIn, environment));

const each =
  <T>(change: (item: T) => T) =>
  (list: readonly (T | undefined)[]): readonly (T | undefined)[] =>
    list.map((item) => (item === undefined ? undefined : change(item)));

/** An object with one of its values changed, if it has it. */
function changed<T extends object, Key extends keyof T>(
  value: T,
  key: Key,
  change: (item: NonNullable<T[Key]>) => T[Key],
): T {
  const item = value[key];
  return item === undefined || item === null ? value : carried(value, { ...value, [key]: change(item) });
}

function omitted<T extends object>(value: T, keys: readonly (keyof T)[]): T {
  const copy = { ...value };
  for (const key of keys) delete copy[key];
  return copy;
}
