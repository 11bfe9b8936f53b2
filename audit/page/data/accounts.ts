import type { Lineage } from "../../lineage/types";
import type { AccessMatrix } from "../../matrix/types";
import { blocks, firstBlock, isBlock } from "../../output/json";
import type { Output, Stack } from "../../output/types";
import type { PageAccount, PageFlow } from "../data";
import type { Causes } from "./causes";

/** Name that the default tags of a stack's provider give its account, with its environment before it. */
function nameIn({ documents }: Stack): string {
  for (const document of documents.values()) {
    for (const section of blocks(document["provider"])) {
      const tags = firstBlock(firstBlock(section["aws"])?.["default_tags"])?.["tags"];
      if (!isBlock(tags) || typeof tags["account"] !== "string") continue;
      return [tags["environment"], tags["account"]].filter((part) => typeof part === "string").join("-");
    }
  }
  return "";
}

/** Accounts of the output, by their ids. */
export function accountsOf(output: Output, matrix: AccessMatrix, lineage: Lineage): readonly PageAccount[] {
  const sources = new Set(lineage.tables.map(({ source }) => source.account));
  const lakes = new Set(matrix.tables.map(({ catalog }) => catalog));
  const consumers = new Set(matrix.links.map(({ account }) => account));
  const byId = new Map<string, Stack[]>();
  for (const stack of output.stacks) byId.set(stack.account, [...(byId.get(stack.account) ?? []), stack]);
  return [...byId]
    .map(
      ([id, stacks]): PageAccount => ({
        id,
        name: stacks.map(nameIn).find((name) => name !== "") ?? "",
        stacks: stacks.map((stack) => stack.id),
        roles: [
          ...(sources.has(id) ? (["source"] as const) : []),
          ...(lakes.has(id) ? (["lake"] as const) : []),
          ...(consumers.has(id) ? (["consumer"] as const) : []),
        ],
      }),
    )
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

interface Ends {
  readonly from: string;
  readonly to: string;
}

/** Things that go between two accounts, by these accounts. */
function between<T>(
  things: readonly T[],
  ends: (thing: T) => Ends | undefined,
): readonly (Ends & { readonly things: readonly T[] })[] {
  const found = new Map<string, Ends & { readonly things: T[] }>();
  for (const thing of things) {
    const of = ends(thing);
    if (of === undefined || of.from === of.to) continue;
    const key = `${of.from}\n${of.to}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { ...of, things: [thing] });
    else known.things.push(thing);
  }
  return [...found.values()];
}

const plural = (names: ReadonlySet<string>, one: string, many: string): string =>
  `${names.size} ${names.size === 1 ? one : many}`;

/** What flows between accounts: changes of databases, tables that are read, and ways past Lake Formation. */
export function flowsOf(causes: Causes, output: Output, matrix: AccessMatrix, lineage: Lineage): readonly PageFlow[] {
  const owners = new Map<string, string>();
  for (const { body, account } of output.byType.get("aws_s3_bucket") ?? []) {
    if (typeof body["bucket"] === "string") owners.set(body["bucket"], account);
  }
  const accounts = new Map(matrix.principals.map(({ id, account }) => [id, account]));
  const replicated = between(lineage.tables, ({ source, path, files }) => {
    const to = files[0]?.account ?? owners.get(path?.bucket ?? "");
    return to === undefined ? undefined : { from: source.account, to };
  });
  const read = between(
    matrix.cells.filter(({ permission, table }) => permission === "SELECT" && table !== undefined),
    ({ catalog, principal }) => {
      const to = accounts.get(principal);
      return to === undefined ? undefined : { from: catalog, to };
    },
  );
  const direct = between(matrix.buckets, ({ bucket, principal }) => {
    const [from, to] = [owners.get(bucket), accounts.get(principal)];
    return from === undefined || to === undefined ? undefined : { from, to };
  });
  return [
    ...replicated.map(
      ({ from, to, things }): PageFlow => ({
        from,
        to,
        kind: "replicates",
        what: plural(new Set(things.map(({ source }) => `${source.schema}.${source.table}`)), "table", "tables"),
        causes: [
          ...new Set(things.map(({ source }) => causes.place(source.at, `selects ${source.schema}.${source.table}`))),
        ],
      }),
    ),
    ...read.map(
      ({ from, to, things }): PageFlow => ({
        from,
        to,
        kind: "shares",
        what: plural(new Set(things.map(({ database, table }) => `${database}.${table}`)), "table", "tables"),
        causes: causes.indices(things.flatMap((thing) => thing.causes).slice(0, MAX_CAUSES)),
      }),
    ),
    ...direct.map(
      ({ from, to, things }): PageFlow => ({
        from,
        to,
        kind: "direct",
        what: `${plural(new Set(things.map(({ bucket }) => bucket)), "bucket", "buckets")}: ${[...new Set(things.map(({ access }) => access))].join(", ")}`,
        causes: causes.indices(things.flatMap((thing) => thing.causes).slice(0, MAX_CAUSES)),
      }),
    ),
  ];
}

/** Causes that a flow names; the cells and ways themselves name all. */
const MAX_CAUSES = 20;
