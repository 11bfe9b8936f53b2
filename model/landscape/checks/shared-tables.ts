/** What shares refer to, as far as a draft says: tables of domains with their columns. */
import { opens } from "../../access/opens";
import type { Classification } from "../../contract/classification";
import type { Engine } from "../../contract/engine";
import type { Draft } from "../draft";
import { isWhole } from "../draft";
import type { Environment, Share } from "../types";
import { columnsOf, producersOf, sourcesOf, tablesOf, type Visit } from "../walk";

/** A table of a domain. */
export interface DomainTable {
  readonly source: string;
  readonly name: string;
  readonly engine: Engine | undefined;
  readonly columns: ReadonlyMap<string, { readonly classification: Classification; readonly type: string }>;
}

/** Tables by domain. A domain of which something is missing or malformed is left out: nothing can be said about it. */
export function tablesByDomain(environment: Visit<Environment>): ReadonlyMap<string, readonly DomainTable[]> {
  const found = new Map<string, DomainTable[]>();
  const unclear = new Set<string>();
  for (const source of producersOf(environment).flatMap(sourcesOf)) {
    const { domain, name = "", engine } = source.value;
    if (domain === undefined) continue;
    const known = found.get(domain) ?? [];
    found.set(domain, known);
    if (!isWhole(source.value.tables)) unclear.add(domain);
    for (const table of tablesOf(source)) {
      const columns = columnsOf(table).flatMap(({ name: column, value: { classification, type } }) =>
        classification === undefined || type === undefined ? [] : [[column, { classification, type }] as const],
      );
      if (table.value.name === undefined || columns.length !== Object.keys(table.value.columns ?? {}).length) {
        unclear.add(domain);
      } else if (table.value.columns === undefined) unclear.add(domain);
      else known.push({ source: name, name: table.value.name, engine, columns: new Map(columns) });
    }
  }
  return new Map([...found].filter(([domain]) => !unclear.has(domain)));
}

/** A table that a share opens, and which columns of it. */
export interface OpenedTable {
  readonly table: DomainTable;
  readonly columns: readonly string[];
}

/** What a share opens; nothing is known while its domain is unclear. */
export function openedBy(
  { domain, tables, upTo }: Draft<Share>,
  domains: ReadonlyMap<string, readonly DomainTable[]>,
): readonly OpenedTable[] | undefined {
  const all = domain === undefined ? undefined : domains.get(domain);
  if (all === undefined || upTo === undefined || (tables !== undefined && !isWhole(tables))) return undefined;
  return opens(
    { tables, upTo },
    all.map((table) => ({
      name: table.name,
      columns: [...table.columns].map(([name, { classification }]) => ({ name, classification })),
      table,
    })),
  ).map(({ table: { table }, readable }) => ({ table, columns: readable.map(({ name }) => name) }));
}

/** Names in backquotes, joined by commas. */
export const listed = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");
