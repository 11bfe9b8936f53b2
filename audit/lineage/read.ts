import { resolverOf } from "../output/resolve";
import type { Output } from "../output/types";
import { type Crawler, readCatalog, readCrawlers } from "./catalog";
import { columnsOf, undeclared } from "./current-columns";
import { indexOf } from "./index-of";
import { landingOf, readingBreaks } from "./landing";
import { crawlersOf, openSelections, rowSteps, type Selected, selected } from "./selection";
import { removedColumns } from "./source-columns";
import { findStatements, type Statement } from "./statements";
import { readTasks, type Task } from "./tasks";
import type { Break, CatalogTable, LakePath, Lineage, TableLineage } from "./types";
import { unexplainedTables } from "./unexplained";

/** What the stacks hold, found by what the next hop is known by. */
interface Known {
  readonly catalog: readonly CatalogTable[];
  readonly byFolder: ReadonlyMap<string, readonly CatalogTable[]>;
  readonly byName: ReadonlyMap<string, readonly CatalogTable[]>;
  readonly crawlers: readonly Crawler[];
  readonly reading: ReadonlyMap<string, readonly Statement[]>;
}

const key = (account: string, database: string, table: string): string => `${account} ${database}.${table}`;

function statementsOver(files: readonly CatalogTable[], { reading }: Known): readonly Statement[] {
  const found = files.flatMap(({ account, database, name }) => reading.get(key(account, database, name)) ?? []);
  return [...new Set(found)];
}

/** Why nothing in the catalog is found for a folder, with the table that was probably meant. */
function noFiles({ catalog }: Known, { bucket, url, at }: LakePath, { table }: Selected["origin"]): Break {
  const near = catalog.find(
    ({ name, location }) => location.startsWith(`s3://${bucket}/`) && name === table.toLowerCase(),
  );
  const hint = near === undefined ? "" : `; ${near.database}.${near.name} reads ${near.location}`;
  return { why: `no table of the catalog reads ${url}${hint}`, at: near?.at ?? at };
}

function noStatement(files: readonly CatalogTable[]): readonly Break[] {
  return files
    .slice(0, 1)
    .map(({ database, name, at }) => ({ why: `no statement that is understood reads ${database}.${name}`, at }));
}

interface Current {
  readonly table?: CatalogTable;
  readonly breaks: readonly Break[];
}

/** Table that most columns are written into. */
function currentOf(statements: readonly Statement[], { byName }: Known): Current {
  const [main] = statements.toSorted((one, other) => other.columns.size - one.columns.size);
  if (main === undefined) return { breaks: [] };
  const { account, database, table, at } = main;
  const [current] = byName.get(key(account, database, table)) ?? [];
  if (current !== undefined) return { table: current, breaks: [] };
  return { breaks: [{ why: `a statement writes ${database}.${table}, which no catalog declares`, at }] };
}

function tableLineage(task: Task, table: Selected, known: Known): TableLineage {
  const { origin, rule } = table;
  const { path, steps } = landingOf(task, origin);
  const files = path === undefined ? [] : (known.byFolder.get(path.url) ?? []);
  const over = statementsOver(files, known);
  const { table: current, breaks: missing } = currentOf(over, known);
  const writing = over.filter((each) => each.database === current?.database && each.table === current.name);
  return {
    source: { account: task.account, task: task.id, engine: task.engine, ...origin, at: rule.at },
    steps: [...rowSteps(table), ...steps],
    ...(path === undefined ? {} : { path }),
    files,
    crawlers: path === undefined ? [] : crawlersOf(known.crawlers, path.url),
    statements: over.map(({ database, table: name, conditions, deletes, text, at }) => ({
      target: `${database}.${name}`,
      conditions: [...conditions, ...deletes],
      text,
      at,
    })),
    ...(current === undefined ? {} : { current }),
    columns: [...columnsOf({ task, origin, files }, writing, current), ...removedColumns(task.rules, origin)],
    breaks: [
      ...task.breaks,
      ...(path !== undefined && files.length === 0 ? [noFiles(known, path, origin)] : []),
      ...(path === undefined ? [] : files.flatMap((file) => readingBreaks(task, path, file))),
      ...(over.length === 0 ? noStatement(files) : []),
      ...missing,
      ...(current === undefined ? [] : undeclared(writing, current)),
    ],
  };
}

/**
 * Follows every table of every source through the replication rules, the folders of the lake, the catalog and the statements
 * that write tables. It reads the generated JSON alone; what that does not say is a break with its reason.
 */
export function readLineage(output: Output): Lineage {
  const resolver = resolverOf(output);
  const catalog = readCatalog(resolver);
  const statements = findStatements(resolver);
  const tasks = readTasks(resolver);
  const known: Known = {
    catalog,
    byFolder: indexOf(catalog, ({ location }) => location),
    byName: indexOf(catalog, ({ account, database, name }) => key(account, database, name)),
    crawlers: readCrawlers(resolver),
    reading: indexOf(statements.read, ({ account, reads }) =>
      reads.map(({ database, table }) => key(account, database, table)),
    ),
  };
  const tables = tasks.flatMap((task) => selected(task, catalog).map((table) => tableLineage(task, table, known)));
  return {
    tables,
    unexplained: unexplainedTables(catalog, tables, statements.read, tasks),
    breaks: [...tasks.flatMap(openSelections), ...statements.breaks],
  };
}
