import { accessMatrix } from "../../audit/matrix";
import { readOutput } from "../../audit/output/read";
import { pathsText, readersText } from "./matrix-text";
import { AUDIT_EXIT, oneOf, onlyFolder, parse, type Subcommand } from "./subcommand";

const FORMATS = ["text", "json"] as const;

/** Who may do what with the data of the lake. */
export const matrix: Subcommand = {
  name: "matrix",
  summary: "who may do what with which tables, columns and rows, and why",
  help: `lake-audit matrix [options] [folder]

Who may read which tables, columns and rows by Lake Formation, and who reaches objects in S3 past it. As JSON: every
permission, each with the places in the JSON from which it follows (docs/audit.md).

  --format text|json    (default: text)
  -h, --help            print this

Exit status: 0, or 2 when the folder cannot be read.`,
  run(args, print) {
    const { values, positionals } = parse("matrix", args, { format: { type: "string", default: "text" } });
    const format = oneOf("format", FORMATS, values.format);
    const computed = accessMatrix(readOutput(onlyFolder("matrix", positionals)));
    print(format === "json" ? JSON.stringify(computed, null, 2) : `${readersText(computed)}\n${pathsText(computed)}`);
    return AUDIT_EXIT.success;
  },
};
