import Table from "cli-table3";
import { readDocuments } from "../../audit/access/documents";
import { accessMatrix, type MatrixRow } from "../../audit/access/matrix";
import { readPermissions } from "../../audit/access/read";
import { AUDIT_EXIT, oneOf, onlyFolder, parse, type Subcommand } from "./subcommand";

const WIDTH = 60;
const FORMATS = ["text", "json"] as const;

function asTable(rows: readonly MatrixRow[]): string {
  const table = new Table({
    head: ["account", "role", "table", "columns", "not readable", "rows"],
    style: { head: [], border: [] },
    colWidths: [null, null, null, WIDTH, 30, 30],
    wordWrap: true,
  });
  for (const { account, role, table: name, readable, hidden, rows: conditions } of rows) {
    table.push([account, role, name, readable.join(", "), hidden.join(", "), conditions.join(" or ") || "all"]);
  }
  return table.toString();
}

/** Who may do what with the data of the lake. */
export const matrix: Subcommand = {
  name: "matrix",
  summary: "who may do what with which tables, columns and rows, and why",
  help: `lake-audit matrix [options] [folder]

Which role may read which tables, columns and rows.

  --format text|json    (default: text)
  -h, --help            print this

Exit status: 0, or 2 when the folder cannot be read.`,
  run(args, print) {
    const { values, positionals } = parse("matrix", args, { format: { type: "string", default: "text" } });
    const format = oneOf("format", FORMATS, values.format);
    const rows = accessMatrix(readPermissions(readDocuments(onlyFolder("matrix", positionals))));
    print(format === "json" ? JSON.stringify(rows, null, 2) : asTable(rows));
    return AUDIT_EXIT.success;
  },
};
