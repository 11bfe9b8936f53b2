import { below } from "../keys";
import { problemAt } from "../problem";
import { suggestion } from "../suggestion";
import type { Check } from "./check";
import { eachShare } from "./every-share";
import { entriesOf, repeated } from "./repeated";
import { listed } from "./shared-tables";

/** A share that names tables names some, each once, each of the domain, and opens a column of each. */
export const shareTables: Check = (landscape) =>
  eachShare(landscape, ({ share: { value, keys }, domains, opened }) => {
    const { domain, tables, upTo } = value;
    if (tables === undefined || domain === undefined) return [];
    const here = below(keys, "tables");
    const known = domains.get(domain)?.map(({ name }) => name);
    if (tables.length === 0) {
      return [problemAt(landscape, here, tables, "write at least one table, or leave it out for the whole domain")];
    }
    const entries = entriesOf(here, tables);
    return [
      ...repeated(entries).map((again) =>
        problemAt(landscape, again.keys, again.text, "remove it: the share has this table already"),
      ),
      ...entries.flatMap((entry) => {
        if (known === undefined) return [];
        if (!known.includes(entry.text)) {
          return [problemAt(landscape, entry.keys, entry.text, remedyFor(domain, entry.text, known))];
        }
        if (opened === undefined || opened.some(({ table }) => table.name === entry.text)) return [];
        const remedy = `remove it, or raise \`upTo\`: no column of the table is ${upTo === "public" ? "public" : `${upTo ?? ""} or below`}`;
        return [problemAt(landscape, entry.keys, entry.text, remedy)];
      }),
    ];
  });

function remedyFor(domain: string, table: string, known: readonly string[]): string {
  const meant = suggestion(table, known);
  const question = meant === undefined ? "" : `; did you mean \`${meant}\`?`;
  return `write a table of the domain ${domain}: ${listed(known)}${question}`;
}
