import { type Draft, present } from "../draft";
import type { Environment } from "../types";

/** What an environment has, by the names that saved queries and shares give it. */
export type Contents = ReadonlySet<string>;

/** A table by its source, or by its domain; a column of it. */
export const inSource = (table: string, column?: string): string => ["source", table, column].filter(Boolean).join(" ");
export const inDomain = (domain: string, table?: string, column?: string): string =>
  ["domain", domain, table, column].filter(Boolean).join(" ");

/** A column of some table of a domain. */
export const anywhereIn = (domain: string, column: string): string => inDomain(domain, "*", column);

/** Everything that an environment has; a domain only once it has a table. */
export function contentsOf({ producers }: Draft<Environment>): Contents {
  const sources = present(producers).flatMap((producer) => present(producer.sources));
  return new Set(
    sources.flatMap(({ name: source = "", domain = "", tables }) =>
      present(tables).flatMap(({ name = "", columns = {} }) => [
        inSource(`${source}.${name}`),
        inDomain(domain),
        inDomain(domain, name),
        ...Object.keys(columns).flatMap((column) => [
          inSource(`${source}.${name}`, column),
          inDomain(domain, name, column),
          anywhereIn(domain, column),
        ]),
      ]),
    ),
  );
}
