import { type Body, bodiesOf, type StackJson } from "../stack-json";
import { type Item, icebergTables, mergeItems, resourceItems, type Unpriced } from "./items";
import { PRICES } from "./prices";
import type { Usage } from "./usage";

/** What an account costs in a month. */
export interface AccountCosts {
  readonly account: string;
  /** Dearest first; like items are added up. */
  readonly items: readonly (Item & { readonly dollars: number })[];
  readonly dollars: number;
  /** Names of prices that are not assumed: what has them is in no sum. */
  readonly unpriced: readonly string[];
}

interface Stack {
  readonly id: string;
  readonly json: StackJson;
}

const MILLION = 1_000_000;

/** Costs of an environment's accounts, from its generated JSON and how much it is assumed to do. */
export function estimate(stacks: readonly Stack[], usage: Usage): readonly AccountCosts[] {
  const accounts = groupBy(stacks, ({ id }) => id.split("-")[1] ?? "");
  return [...accounts]
    .map(([account, own]) => costs(account, itemsOf(own, usage)))
    .toSorted((a, b) => b.dollars - a.dollars);
}

function itemsOf(stacks: readonly Stack[], usage: Usage): readonly (Item | Unpriced)[] {
  const bodies = new Map(stacks.map(({ id, json }) => [id, bodiesOf(json)]));
  const all = [...bodies.values()].flat();
  return [
    ...resourceItems(all, usage),
    ...[...bodies].flatMap(([id, own]) => sourceItems(id, own, bodies, usage)),
    ...consumerItems(stacks, all, usage),
    { what: "Logs", price: "logs", quantity: usage.logsGb },
  ];
}

/** A source's share of the lake: what is stored, written and merged. */
function sourceItems(
  id: string,
  bodies: readonly Body[],
  stacks: ReadonlyMap<string, readonly Body[]>,
  usage: Usage,
): readonly Item[] {
  const source = /^[^-]+-[^-]+-curation-(?<source>.+)$/.exec(id)?.groups?.["source"];
  if (source === undefined) return [];
  const tables = icebergTables(stacks.get(id.replace("-curation-", "-catalog-")) ?? []);
  return [
    ...mergeItems(bodies, tables, usage),
    { what: "Lake storage", price: "s3 storage", quantity: usage.lakeGb },
    { what: "Files of changes", price: "s3 writes", quantity: (tables * usage.rawFilesPerTable) / MILLION },
  ];
}

function consumerItems(stacks: readonly Stack[], bodies: readonly Body[], usage: Usage): readonly Item[] {
  if (!stacks.some(({ id }) => id.endsWith("-analytics"))) return [];
  const workgroups = bodies.filter(({ type }) => type === "aws_athena_workgroup").length;
  return [{ what: "Teams' queries", price: "athena scan", quantity: workgroups * usage.queriesTb }];
}

function costs(account: string, found: readonly (Item | Unpriced)[]): AccountCosts {
  const items = found.filter((each) => "price" in each);
  const unpriced = found.flatMap((each) => ("unpriced" in each ? [each.unpriced] : []));
  const alike = groupBy(items, ({ what, price }) => `${what}\n${price}`);
  const summed = [...alike.values()].flatMap(([first, ...rest]) => {
    if (first === undefined) return [];
    const quantity = rest.reduce((sum, each) => sum + each.quantity, first.quantity);
    return [{ ...first, quantity, dollars: quantity * PRICES[first.price].dollars }];
  });
  const sorted = summed.toSorted((a, b) => b.dollars - a.dollars || (a.what < b.what ? -1 : 1));
  const dollars = sorted.reduce((sum, each) => sum + each.dollars, 0);
  return { account, items: sorted, dollars, unpriced: [...new Set(unpriced)] };
}

/** Node.js 20 has no Map.groupBy. */
function groupBy<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string,
): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return groups;
}
