import { parseArgs } from "node:util";
import Table from "cli-table3";
import { accessMatrix, type MatrixRow } from "../audit/access/matrix";
import { readPermissions } from "../audit/access/read";
import { readOutput } from "../audit/output";

const HELP = `npm run audit [-- options] [folder]

Prints which role may read which tables, columns and rows, computed from the generated JSON alone: the grants of the
account that owns the tables, the grants that each account hands on, LF-tags, row filters and resource links.

  folder      output folder (default: cdktf.out)
  --json      as JSON
  -h, --help  print this

Exit status: 0, or 2 when the folder cannot be read.`;

const WIDTH = 60;

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

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "boolean", default: false }, help: { type: "boolean", short: "h", default: false } },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const rows = accessMatrix(readPermissions(readOutput(positionals[0] ?? "cdktf.out")));
  console.log(values.json ? JSON.stringify(rows, null, 2) : asTable(rows));
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
