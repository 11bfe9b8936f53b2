import { readLineage } from "../../audit/lineage/read";
import type { ColumnLineage, Lineage, TableLineage } from "../../audit/lineage/types";
import { readOutput } from "../../audit/output/read";
import { AUDIT_EXIT, oneOf, onlyFolder, parse, type Subcommand } from "./subcommand";

const FORMATS = ["text", "json"] as const;

const nameOf = ({ source, changes, current }: ColumnLineage): string => (current ?? changes ?? source)?.name ?? "";

const columnText = (column: ColumnLineage): string => {
  const { source, changes, current, steps, breaks } = column;
  const way = [
    source === undefined ? "(replication)" : source.name,
    changes === undefined ? "-" : `${changes.name} ${changes.type}`,
    current === undefined ? "-" : `${current.name} ${current.type}`,
  ].join(" -> ");
  return [
    `    ${way}`,
    ...steps.map(({ what }) => `        ${what}`),
    ...breaks.map(({ why }) => `        BROKEN: ${why}`),
  ].join("\n");
};

function tableText({ source, path, files, statements, current, columns, breaks }: TableLineage): string {
  return [
    `${source.account} ${source.schema}.${source.table} (${source.engine || "engine unknown"})`,
    `  task ${source.task} -> ${path?.url ?? "unknown"}`,
    `  read by ${files.map(({ database, name }) => `${database}.${name}`).join(", ") || "no table"}`,
    `  ${statements.length} statements -> ${current === undefined ? "no table" : `${current.database}.${current.name}`}`,
    ...breaks.map(({ why }) => `  BROKEN: ${why}`),
    ...columns.map(columnText),
  ].join("\n");
}

const asText = ({ tables, unexplained, breaks }: Lineage): string =>
  [
    ...tables.map(tableText),
    ...breaks.map(({ why }) => `BROKEN: ${why}`),
    ...unexplained.map(({ table: { database, name }, why }) => `${database}.${name}: ${why}`),
  ].join("\n");

/** Whether a table is meant by a name: of the source or of the lake, with or without its schema or database. */
const isMeant = (wanted: string, { source, files, current }: TableLineage): boolean =>
  [
    source.table,
    `${source.schema}.${source.table}`,
    ...[...files, ...(current === undefined ? [] : [current])].map(({ database, name }) => `${database}.${name}`),
  ].includes(wanted);

/** Where columns come from. */
export const lineage: Subcommand = {
  name: "lineage",
  summary: "where every column comes from, hop by hop, and hops that cannot be followed",
  help: `lake-audit lineage [options] [folder]

Follows every column from the source over replication rules, folders, change tables and statements to the table that people query.

  --table <name>        only this table: loans.loan, lending.loan, loan
  --column <name>       only this column
  --format text|json    (default: text)
  -h, --help            print this

Exit status: 0, 1 when a hop cannot be followed, 2 when the folder cannot be read.`,
  run(args, print) {
    const { values, positionals } = parse("lineage", args, {
      table: { type: "string" },
      column: { type: "string" },
      format: { type: "string", default: "text" },
    });
    const { table, column } = values;
    const format = oneOf("format", FORMATS, values.format);
    const all = readLineage(readOutput(onlyFolder("lineage", positionals)));
    const isAll = table === undefined && column === undefined;
    const shown: Lineage = {
      ...(isAll ? all : { unexplained: [], breaks: [] }),
      tables: all.tables
        .filter((each) => table === undefined || isMeant(table, each))
        .map((each) => ({
          ...each,
          columns: each.columns.filter((one) => column === undefined || nameOf(one) === column),
        }))
        .filter(({ columns }) => column === undefined || columns.length > 0),
    };
    print(format === "json" ? JSON.stringify(shown, null, 2) : asText(shown));
    const isBroken =
      shown.breaks.length > 0 ||
      shown.tables.some(({ breaks, columns }) => breaks.length > 0 || columns.some((each) => each.breaks.length > 0));
    return isBroken ? AUDIT_EXIT.found : AUDIT_EXIT.success;
  },
};
