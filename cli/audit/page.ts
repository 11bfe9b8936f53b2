import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { evaluate } from "../../audit/check/evaluate";
import { CONTROLS } from "../../audit/controls";
import { readLineage } from "../../audit/lineage/read";
import { accessMatrix } from "../../audit/matrix";
import type { AccessMatrix } from "../../audit/matrix/types";
import { readOutput } from "../../audit/output/read";
import type { Output } from "../../audit/output/types";
import { pageData } from "../../audit/page/data/page-data";
import { page as htmlOf } from "../../audit/page/html";
import { dayOf } from "./controls";
import { AUDIT_EXIT, onlyFolder, parse, type Subcommand } from "./subcommand";

/** Where the page goes when nobody says; git ignores the folder. */
export const DEFAULT_PAGE = ".local/audit/index.html";

const MEGABYTE = 1_000_000;

/**
 * Writes the page, and the folders to it.
 * @param today `yyyy-MM-dd`; waivers hold to the end of their last day
 * @returns what to tell people
 */
export function writePage(out: string, output: Output, matrix: AccessMatrix, today: string): string {
  const controls = evaluate(output, CONTROLS, today);
  const html = htmlOf(pageData({ output, matrix, lineage: readLineage(output), controls }));
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, html);
  return `The page: ${out} (${(Buffer.byteLength(html) / MEGABYTE).toFixed(1)} MB, opens without a network)`;
}

/** Everything that the audit knows on one page. */
export const page: Subcommand = {
  name: "page",
  summary: "everything on one HTML page that works without a network",
  help: `lake-audit page [options] [folder]

Writes one self-contained HTML page: who may read what, columns, people, ways past Lake Formation, lineage, accounts, controls
and waivers, each with its places in the JSON. docs/audit-page.md says where which question is answered.

  --out <file>          (default: ${DEFAULT_PAGE})
  --today yyyy-MM-dd    day that decides which waivers hold (default: today, UTC)
  -h, --help            print this

Exit status: 0, or 2 when the folder cannot be read.`,
  run(args, print) {
    const { values, positionals } = parse("page", args, {
      out: { type: "string", default: DEFAULT_PAGE },
      today: { type: "string" },
    });
    const output = readOutput(onlyFolder("page", positionals));
    print(writePage(values.out, output, accessMatrix(output), dayOf(values.today)));
    return AUDIT_EXIT.success;
  },
};
