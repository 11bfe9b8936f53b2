import type { Crawler } from "./catalog";
import { landingOf } from "./landing";
import { isPattern, locates, type Rule, spelledOut } from "./mapping-rules";
import type { Origin } from "./renaming";
import type { Task } from "./tasks";
import type { Break, CatalogTable, Step } from "./types";

/** A table that a rule of a task selects. */
export interface Selected {
  readonly origin: Origin;
  readonly rule: Rule;
}

const isExcluded = (rules: readonly Rule[], { schema, table }: Origin): boolean =>
  rules.some(
    (rule) =>
      rule.type === "selection" &&
      rule.action === "exclude" &&
      locates(rule.schema, schema) &&
      locates(rule.table, table),
  );

const selections = ({ rules }: Task): readonly Rule[] =>
  rules.filter(({ type, action }) => type === "selection" && (action === "include" || action === "explicit"));

/** Tables behind a pattern, as far as the catalog has tables over the folders that they would have. */
function behindPattern(task: Task, rule: Rule, catalog: readonly CatalogTable[]): readonly Selected[] {
  return catalog.flatMap(({ location }) => {
    const [table = "", schema = ""] = location.split("/").slice(0, -1).toReversed();
    const origin = { schema, table };
    const isThis = locates(rule.schema, schema) && locates(rule.table, table);
    return isThis && landingOf(task, origin).path?.url === location ? [{ origin, rule }] : [];
  });
}

/** Tables that a task replicates, without those that a rule excludes. */
export function selected(task: Task, catalog: readonly CatalogTable[]): readonly Selected[] {
  const found = selections(task).flatMap((rule) =>
    isPattern(rule.schema) || isPattern(rule.table)
      ? behindPattern(task, rule, catalog)
      : [{ origin: { schema: spelledOut(rule.schema), table: spelledOut(rule.table) }, rule }],
  );
  const unique = new Map(found.map((each) => [`${each.origin.schema}.${each.origin.table}`, each]));
  return [...unique.values()].filter(({ origin }) => !isExcluded(task.rules, origin));
}

/** Rules whose tables only the source knows. */
export const openSelections = (task: Task): readonly Break[] =>
  selections(task)
    .filter(({ schema, table }) => isPattern(schema) || isPattern(table))
    .map(({ id, schema, table, at }) => ({
      why: `rule ${id} of ${task.id} selects ${schema}.${table}: which tables those are, only the source knows`,
      at,
    }));

/** What a selection does to the rows. */
export const rowSteps = ({ rule }: Selected): readonly Step[] => [
  { kind: "selected", what: `rule ${rule.id} selects ${rule.schema}.${rule.table}`, at: rule.at },
  ...rule.filters.map(
    ({ conditions }): Step => ({
      kind: "filtered",
      what: `rule ${rule.id} takes only rows with ${conditions.join(" or ")}`,
      at: rule.at,
    }),
  ),
];

/** Crawlers that look through a folder. */
export const crawlersOf = (crawlers: readonly Crawler[], url: string): readonly Crawler[] =>
  crawlers.filter((crawler) => url.startsWith(crawler.folder));
