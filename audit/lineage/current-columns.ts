import type { Origin } from "./renaming";
import { type SourceColumn, sourceColumn } from "./source-columns";
import type { Value } from "./sql/relation";
import type { Statement } from "./statements";
import type { Task } from "./tasks";
import type { Break, CatalogColumn, CatalogTable, ColumnLineage, Step } from "./types";

const shown = ({ database, name }: CatalogTable): string => `${database}.${name}`;

const isCast = (expression: string): boolean => /^(?:try_)?cast\s*\(/i.test(expression);

/** What the statements make of a value on its way to a column. A NULL in one part of a UNION makes nothing of the others. */
const stepsOf = (statement: Statement, value: Value): readonly Step[] =>
  value.expressions
    .filter((what) => what.toLowerCase() !== "null")
    .map((what) => ({ kind: isCast(what) ? "cast" : "computed", what, at: statement.at }));

/** Declared columns of the tables over the files, the first of each name. */
export function declared(files: readonly CatalogTable[]): readonly CatalogColumn[] {
  const columns = new Map<string, CatalogColumn>();
  for (const column of files.flatMap((file) => file.columns)) {
    if (!columns.has(column.name)) columns.set(column.name, column);
  }
  return [...columns.values()];
}

interface Way {
  readonly task: Task;
  readonly origin: Origin;
  readonly files: readonly CatalogTable[];
}

/** From the source to a column of the tables over the files. */
function toFiles({ task, origin, files }: Way, column: CatalogColumn): SourceColumn {
  const table = files.find(({ columns }) => columns.includes(column)) ?? files[0];
  if (task.target === undefined || table === undefined) return { steps: [], breaks: [] };
  return sourceColumn(task.rules, origin, task.target, column, table.at);
}

/** One column of the table that statements write, once for each column over the files that it is made of. */
function written(
  way: Way,
  statements: readonly Statement[],
  current: CatalogTable,
  column: CatalogColumn,
): readonly ColumnLineage[] {
  const ofFiles = declared(way.files);
  const values = statements.flatMap((statement) => {
    const value = statement.columns.get(column.name);
    return value === undefined ? [] : [{ statement, value }];
  });
  const none = (why: string): readonly ColumnLineage[] => [
    { current: column, steps: [], breaks: [{ why, at: current.at }] },
  ];
  if (values.length === 0) return none(`no statement writes ${shown(current)}.${column.name}`);
  const steps = values.flatMap(({ statement, value }) => stepsOf(statement, value));
  const names = values.flatMap(({ value }) =>
    value.origins.flatMap(({ database, table, column: name }) =>
      way.files.some((file) => file.database === database && file.name === table) ? [name] : [],
    ),
  );
  if (names.length === 0)
    return none(`${shown(current)}.${column.name} is written, but not from the files of this source`);
  return [...new Set(names)].map((name): ColumnLineage => {
    const changes = ofFiles.find((each) => each.name === name);
    if (changes === undefined) {
      const why = `a statement reads ${name}, which ${way.files.map(shown).join(" and ")} does not declare`;
      return { current: column, steps, breaks: statements.slice(0, 1).map(({ at }): Break => ({ why, at })) };
    }
    const { steps: before, ...source } = toFiles(way, changes);
    return { ...source, changes, current: column, steps: [...before, ...steps] };
  });
}

/** Columns of a table from the source to where they are queried, then those that end at the files. */
export function columnsOf(
  way: Way,
  statements: readonly Statement[],
  current: CatalogTable | undefined,
): readonly ColumnLineage[] {
  const through = current?.columns.flatMap((column) => written(way, statements, current, column)) ?? [];
  const used = new Set(through.map(({ changes }) => changes?.name));
  return [
    ...through,
    ...declared(way.files)
      .filter(({ name }) => !used.has(name))
      .map((changes) => ({ ...toFiles(way, changes), changes })),
  ];
}

/** Columns that statements write without the catalog declaring them. */
export const undeclared = (statements: readonly Statement[], current: CatalogTable): readonly Break[] =>
  statements.flatMap(({ columns, at }) =>
    [...columns.keys()]
      .filter((name) => !current.columns.some((column) => column.name === name))
      .map((name) => ({ why: `a statement writes ${name}, which ${shown(current)} does not declare`, at })),
  );
