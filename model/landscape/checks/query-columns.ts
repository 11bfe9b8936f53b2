import { placeholders } from "../../queries/placeholders";
import type { Draft } from "../draft";
import { below, type Keys } from "../keys";
import { type Problem, problemAt } from "../problem";
import { suggestion } from "../suggestion";
import type { Environment, Landscape } from "../types";
import { environmentsOf, queriesOf, type Visit } from "../walk";
import type { Check } from "./check";
import { type DomainTable, tablesByDomain } from "./shared-tables";

/** Every table and column that a query refers to is in a contract and reaches the lake. */
export const queryColumns: Check = (landscape) =>
  environmentsOf(landscape).flatMap((environment) => {
    const tables = new Map([...tablesByDomain(environment).values()].flat().map((table) => [nameOf(table), table]));
    return queriesOf(environment).flatMap(({ value, keys }): readonly Problem[] => {
      const aliases = value.tables ?? {};
      const unknownTables = Object.entries(aliases).flatMap(([alias, table]) =>
        table === undefined ? [] : tableProblems(landscape, environment, tables, below(keys, "tables", alias), table),
      );
      const { sql } = value;
      if (sql === undefined || value.tables === undefined) return unknownTables;
      const remedies = placeholders(sql).flatMap(({ text, alias, column }) => {
        if (!Object.hasOwn(aliases, alias)) return [unknownAlias(text, alias, Object.keys(aliases))];
        const table = tables.get(aliases[alias] ?? "");
        return column === undefined || table === undefined ? [] : columnRemedy(text, column, table);
      });
      return [
        ...unknownTables,
        ...[...new Set(remedies)].map((remedy) => problemAt(landscape, below(keys, "sql"), sql.trim(), remedy)),
      ];
    });
  });

const nameOf = ({ source, name }: DomainTable): string => `${source}.${name}`;

function tableProblems(
  landscape: Draft<Landscape>,
  environment: Visit<Environment>,
  tables: ReadonlyMap<string, DomainTable>,
  keys: Keys,
  table: string,
): readonly Problem[] {
  const known = [...tables.keys()];
  if (tables.has(table) || unclear(environment, tables, table)) return [];
  const meant = suggestion(table, known);
  const question = meant === undefined ? "" : `; did you mean \`${meant}\`?`;
  return [problemAt(landscape, keys, table, `write a table that a source declares, \`<source>.<table>\`${question}`)];
}

/** Whether the source exists but its tables are not clear yet. */
function unclear({ value }: Visit<Environment>, tables: ReadonlyMap<string, DomainTable>, table: string): boolean {
  const [source = ""] = table.split(".");
  const sources = (value.producers ?? []).flatMap((producer) => producer?.sources ?? []);
  const exists = sources.some((each) => each === undefined || each.name === undefined || each.name === source);
  return exists && ![...tables.values()].some((each) => each.source === source);
}

function unknownAlias(text: string, alias: string, known: readonly string[]): string {
  const aliases = known.map((name) => `\`${name}\``).join(", ");
  return alias === ""
    ? `write \`{alias}\` or \`{alias.column}\` for \`{${text}}\``
    : `write an alias of \`tables\` (${aliases}) for \`{${text}}\``;
}

function columnRemedy(text: string, column: string, table: DomainTable): readonly string[] {
  const found = table.columns.get(column);
  if (found?.classification === "forbidden") {
    return [`remove \`{${text}}\`: the column is forbidden and never reaches the lake`];
  }
  if (found !== undefined) return [];
  const known = [...table.columns].filter(([, { classification }]) => classification !== "forbidden");
  const meant = suggestion(
    column,
    known.map(([name]) => name),
  );
  const question =
    meant === undefined ? `it has ${known.map(([name]) => `\`${name}\``).join(", ")}` : `did you mean \`${meant}\`?`;
  return [`write a column of ${nameOf(table)} for \`{${text}}\`; ${question}`];
}
