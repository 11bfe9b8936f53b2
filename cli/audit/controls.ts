import { evaluate } from "../../audit/check/evaluate";
import { CONTROLS } from "../../audit/controls";
import { controlsAsMarkdown } from "../../audit/controls-report/markdown";
import { controlsAsText } from "../../audit/controls-report/text";
import { readOutput } from "../../audit/output/read";
import { AUDIT_EXIT, oneOf, onlyFolder, parse, type Subcommand, UsageError } from "./subcommand";

const FORMATS = ["text", "json", "markdown"] as const;

/** The day in UTC, unless one is given. */
export function dayOf(given: string | undefined): string {
  const today = given ?? new Date().toISOString().slice(0, 10);
  if (/^\d{4}-\d{2}-\d{2}$/.test(today) && !Number.isNaN(Date.parse(today))) return today;
  throw new UsageError(`--today ${today}: write a day, for example 2027-03-31.`);
}

/** Security controls and waivers over the JSON. */
export const controls: Subcommand = {
  name: "controls",
  summary: "which security controls the JSON meets, and what is waived until when",
  help: `lake-audit controls [options] [folder]

Evaluates every control of docs/controls.md. A failure counts unless the JSON carries a waiver with rule, reason, owner and
last day; a waiver that has expired, excuses nothing or says too little counts as a failure itself.

  --format text|json|markdown   (default: text)
  --today yyyy-MM-dd            day that decides which waivers hold (default: today, UTC)
  -h, --help                    print this

Exit status: 0, 1 when something fails, 2 when the folder cannot be read.`,
  run(args, print) {
    const { values, positionals } = parse("controls", args, {
      format: { type: "string", default: "text" },
      today: { type: "string" },
    });
    const format = oneOf("format", FORMATS, values.format);
    const report = evaluate(readOutput(onlyFolder("controls", positionals)), CONTROLS, dayOf(values.today));
    if (format === "json") print(JSON.stringify(report, null, 2));
    else print(format === "markdown" ? controlsAsMarkdown(report) : controlsAsText(report));
    return report.findings.length > 0 ? AUDIT_EXIT.found : AUDIT_EXIT.success;
  },
};
