import { comparisons, conditionOf } from "../../access/row-rule";
import { placeholders } from "../../queries/placeholders";
import { wholeRule } from "../checks/share-rows";
import { type Draft, present } from "../draft";
import { below, type Keys } from "../keys";
import type { Environment, Landscape, SavedQuery, Share } from "../types";
import { consumersOf, environmentsOf, queriesOf, sharesOf, teamsOf, type Visit } from "../walk";
import { anywhereIn, type Contents, contentsOf, inDomain, inSource } from "./contents";
import { lets, type Mark, type WrongMark, written } from "./mark";
import { resolved } from "./resolve";

/** A share or saved query of an environment. */
interface Reader {
  /** The same for the same reader in every environment. */
  readonly id: string;
  readonly keys: Keys;
  readonly mark: Mark;
  /** What a share names, for the report. */
  readonly tables?: unknown;
  readonly needs: readonly Need[];
}

/** A table, column or domain that a reader names. */
interface Need {
  /** As `contents.ts` has it. */
  readonly entry: string;
  /** As people write it. */
  readonly name: string;
  /** Whether a share opens it beside others, so that another share could. */
  readonly apart?: true;
}

/**
 * Wherever a share or saved query is, there is what it names. Says nothing about what no environment has: the checks do.
 */
export function readerMarks(landscape: Draft<Landscape>): readonly WrongMark[] {
  const left = environmentsOf(resolved(landscape));
  const environments = environmentsOf(landscape).map((environment, index) => ({
    name: environment.value.name ?? "",
    readers: readersOf(environment).filter(({ mark }) => lets(mark, environment.value.name)),
    contents: contentsOf(left[index]?.value ?? {}),
  }));
  const having = (id: string): readonly string[] =>
    environments
      .filter(({ readers, contents }) =>
        readers.some((reader) => reader.id === id && missing(reader, contents).length === 0),
      )
      .map(({ name }) => name);
  return environments.flatMap(({ name, readers, contents }) =>
    readers.flatMap((reader): readonly WrongMark[] => {
      const needs = missing(reader, contents);
      const elsewhere = needs.length === 0 ? [] : having(reader.id);
      if (elsewhere.length === 0) return [];
      const listed = [...new Set(needs.map((need) => `\`${need.name}\``))].join(", ");
      // To hold back the whole share would take away what it opens today.
      const rest = reader.needs.some(({ apart, entry }) => apart === true && contents.has(entry));
      if (rest && needs.every(({ apart }) => apart === true)) {
        const remedy = `take out ${listed} and write a share of its own for it, with ${written(elsewhere)}: \`${name}\` does not have it yet`;
        return [{ keys: below(reader.keys, "tables"), found: reader.tables, remedy, leftOut: reader.keys }];
      }
      const remedy = `write ${written(elsewhere)}, or let \`${name}\` have what it names: ${listed}`;
      return [{ keys: below(reader.keys, "onlyIn"), found: reader.mark, remedy, leftOut: reader.keys }];
    }),
  );
}

const missing = ({ needs }: Reader, contents: Contents): readonly Need[] =>
  needs.filter(({ entry }) => !contents.has(entry));

const readersOf = (environment: Visit<Environment>): readonly Reader[] => [
  ...queriesOf(environment).map(({ value, keys }) => ({
    id: `query ${value.name}`,
    keys,
    mark: value.onlyIn,
    needs: needsOfQuery(value),
  })),
  ...consumersOf(environment).flatMap((consumer) =>
    teamsOf(consumer).flatMap((team) =>
      sharesOf(team).map(({ value, keys }) => ({
        id: `share ${consumer.value.name} ${team.value.name} ${value.domain} ${value.tables?.join()}`,
        keys,
        mark: value.onlyIn,
        tables: value.tables,
        needs: needsOfShare(value),
      })),
    ),
  ),
];

function needsOfQuery({ tables = {}, sql = "" }: Draft<SavedQuery>): readonly Need[] {
  const named = present(Object.values(tables)).map((table) => ({ entry: inSource(table), name: table }));
  const columns = placeholders(sql).flatMap(({ alias, column }) => {
    const table = Object.hasOwn(tables, alias) ? tables[alias] : undefined;
    return table === undefined || column === undefined
      ? []
      : [{ entry: inSource(table, column), name: `${table}.${column}` }];
  });
  return [...named, ...columns];
}

function needsOfShare({ domain, tables, rows }: Draft<Share>): readonly Need[] {
  if (domain === undefined) return [];
  const names = present(tables);
  const rule = wholeRule(rows);
  const condition = rule === undefined ? undefined : conditionOf(rule);
  const columns =
    condition === undefined || "refused" in condition ? [] : comparisons(condition).map(({ column }) => column);
  return [
    { entry: inDomain(domain), name: domain },
    ...names.map((name) => ({ entry: inDomain(domain, name), name, apart: true as const })),
    ...columns.flatMap((column) =>
      names.length === 0
        ? [{ entry: anywhereIn(domain, column), name: column }]
        : names.map((name) => ({ entry: inDomain(domain, name, column), name: `${name}.${column}` })),
    ),
  ];
}
