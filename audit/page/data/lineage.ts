import type { Break, CatalogTable, ColumnLineage, Lineage, Step, TableLineage } from "../../lineage/types";
import type { PageBreak, PageColumnLineage, PageHop, PageLineage, PageStep } from "../data";
import type { Causes } from "./causes";

/** Position of a table of the catalog among the tables of the page. */
export type TableIndex = (account: string, database: string, name: string) => number | undefined;

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

function hopsOf(causes: Causes, table: TableLineage): readonly PageHop[] {
  const { source, path, files, crawlers, statements, current } = table;
  const at = causes.place(source.at, `selects ${source.schema}.${source.table}`);
  const dropped = table.columns.filter(({ steps }) => steps.some(({ kind }) => kind === "dropped")).length;
  const hops: PageHop[] = [
    {
      kind: "source",
      title: `${source.schema}.${source.table}`,
      lines: [source.engine || "engine unknown"],
      account: source.account,
      cause: at,
    },
    {
      kind: "replication",
      title: source.task,
      lines: ["AWS DMS task", ...(dropped === 0 ? [] : [`${count(dropped, "column", "columns")} dropped`])],
      cause: at,
    },
  ];
  if (path !== undefined) {
    hops.push({
      kind: "folder",
      title: path.bucket,
      lines: [`${path.prefix}/`, ...crawlers.map(({ database }) => `crawled into ${database}`)],
      cause: causes.place(path.at, `writes to ${path.url}`),
    });
  }
  for (const file of files) hops.push(tableHop(causes, "files", file, "table over the files"));
  for (const statement of statements) {
    hops.push({
      kind: "statement",
      title: `${/^\s*(\w+)/.exec(statement.text.replaceAll(/--[^\n]*\n/g, ""))?.[1]?.toUpperCase() ?? "SQL"} into ${statement.target}`,
      lines: statement.conditions,
      cause: causes.place(statement.at, `writes ${statement.target}`),
    });
  }
  if (current !== undefined) hops.push(tableHop(causes, "table", current, "what people query"));
  return hops;
}

const tableHop = (causes: Causes, kind: PageHop["kind"], table: CatalogTable, line: string): PageHop => ({
  kind,
  title: `${table.database}.${table.name}`,
  lines: [line],
  account: table.account,
  cause: causes.place(table.at, `reads ${table.location}`),
});

const step =
  (causes: Causes) =>
  ({ kind, what, at }: Step): PageStep => ({ kind, what, cause: causes.place(at, what) });

export const toBreak =
  (causes: Causes) =>
  ({ why, at }: Break): PageBreak => ({ why, cause: causes.place(at, why) });

const columnOf = (causes: Causes, { steps, breaks, ...others }: ColumnLineage): PageColumnLineage => ({
  ...others,
  steps: steps.map(step(causes)),
  breaks: breaks.map(toBreak(causes)),
});

/** The ways of all tables, for the page. */
export const lineageOf = (causes: Causes, lineage: Lineage, tableIndex: TableIndex): readonly PageLineage[] =>
  lineage.tables.map((table): PageLineage => {
    const { source, files, current } = table;
    const of = current === undefined ? undefined : tableIndex(current.account, current.database, current.name);
    return {
      name: `${source.schema}.${source.table}`,
      account: source.account,
      ...(of === undefined ? {} : { of }),
      files: files.flatMap(({ account, database, name }) => tableIndex(account, database, name) ?? []),
      hops: hopsOf(causes, table),
      steps: table.steps.map(step(causes)),
      columns: table.columns.map((column) => columnOf(causes, column)),
      breaks: table.breaks.map(toBreak(causes)),
    };
  });

/** What the lineage cannot follow beside its tables. */
export const openEnds = (causes: Causes, { unexplained, breaks }: Lineage): readonly PageBreak[] => [
  ...breaks.map(toBreak(causes)),
  ...unexplained.map(({ table, why }) =>
    toBreak(causes)({ why: `${table.database}.${table.name}: ${why}`, at: table.at }),
  ),
];
