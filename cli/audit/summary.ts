import { accessMatrix } from "../../audit/matrix";
import type { AccessMatrix } from "../../audit/matrix/types";
import { readOutput } from "../../audit/output/read";
import { readable } from "../../audit/output/tokens";
import { type Finding, SEVERITIES } from "../../audit/types";
import { dayOf } from "./controls";
import { readersText } from "./matrix-text";
import { DEFAULT_PAGE, writePage } from "./page";
import { AUDIT_EXIT, onlyFolder, parse, type Subcommand } from "./subcommand";

/** More rows than these nobody reads in a terminal, and laying them out takes minutes. */
const MOST_ROWS = 500;

/** What `lake-audit` says without a subcommand. */
export const summary: Subcommand = {
  name: "",
  summary: "who reads what, what should not be so, what the JSON leaves open, and the page of it all.",
  help: `  --page <file>  where to write the page (default: ${DEFAULT_PAGE})
  -h, --help     print this`,
  run(args, print) {
    const { values, positionals } = parse("", args, { page: { type: "string", default: DEFAULT_PAGE } });
    const output = readOutput(onlyFolder("", positionals));
    const matrix = accessMatrix(output);
    print(summaryText(matrix));
    print(`\n${writePage(values.page, output, matrix, dayOf(undefined))}`);
    return matrix.findings.some(({ severity }) => severity !== "info") ? AUDIT_EXIT.found : AUDIT_EXIT.success;
  },
};

function summaryText(matrix: AccessMatrix): string {
  const { principals, tables, cells, buckets, keys, findings, undecided, notEvaluated } = matrix;
  const open = cells.filter(({ decision }) => decision === "undecided").length;
  const reads = cells.filter(({ permission, table }) => permission === "SELECT" && table !== undefined).length;
  return [
    reads <= MOST_ROWS
      ? readersText(matrix)
      : `${reads} rows of who reads what: "lake-audit matrix --format json", "report" and "page" have them all.`,
    `${principals.length} principals, ${tables.length} tables, ${cells.length} permissions by Lake Formation (${open} undecided),`,
    `${buckets.length} ways to objects past it, ${keys.length} rights to use keys directly.`,
    "",
    findings.length === 0 ? "Nothing found that should not be so." : "Found:",
    ...SEVERITIES.flatMap((severity) => findings.filter((each) => each.severity === severity)).flatMap(findingText),
    ...(undecided.length === 0 ? [] : ["", "The JSON leaves open:"]),
    ...undecided.map(({ sentence, reason }) => `  ${readable(sentence)}: ${readable(reason)}.`),
    ...(notEvaluated.length === 0 ? [] : ["", "Not evaluated:"]),
    ...notEvaluated.map(({ type, why, causes }) => `  ${causes.length} ${type}: ${why}.`),
  ].join("\n");
}

const findingText = ({ severity, rule, sentence, remedy, causes }: Finding): readonly string[] => [
  `  ${severity}: ${readable(sentence)} (${rule})`,
  ...causes.map(
    ({ file, pointer, constructPath }) =>
      `    ${file}${pointer}${constructPath === undefined ? "" : ` (${constructPath})`}`,
  ),
  `    ${remedy}`,
];
