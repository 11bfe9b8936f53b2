import { readLineage } from "../../audit/lineage/read";
import { accessMatrix } from "../../audit/matrix";
import { readOutput } from "../../audit/output/read";
import { matrixCsv } from "../../audit/report/csv";
import { markdownReport } from "../../audit/report/markdown";
import { AUDIT_EXIT, oneOf, onlyFolder, parse, type Subcommand } from "./subcommand";

const FORMATS = ["markdown", "csv"] as const;

/** The audit as a text for people, or the matrix for a spreadsheet. */
export const report: Subcommand = {
  name: "report",
  summary: "findings, readers, ways past Lake Formation and lineage as Markdown, or the matrix as CSV",
  help: `lake-audit report [options] [folder]

Markdown for pull requests and wikis: findings, who reads what, who reaches files past Lake Formation, where tables come from,
what is not decided. CSV: a line for each principal, column and permission, with places in the JSON.

  --format markdown|csv    (default: markdown)
  -h, --help               print this

Exit status: 0, or 2 when the folder cannot be read.`,
  run(args, print) {
    const { values, positionals } = parse("report", args, { format: { type: "string", default: "markdown" } });
    const format = oneOf("format", FORMATS, values.format);
    const output = readOutput(onlyFolder("report", positionals));
    const matrix = accessMatrix(output);
    print(format === "csv" ? matrixCsv(matrix).trimEnd() : markdownReport({ matrix, lineage: readLineage(output) }));
    return AUDIT_EXIT.success;
  },
};
