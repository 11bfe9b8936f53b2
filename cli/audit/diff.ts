import { existsSync } from "node:fs";
import { CONTROLS } from "../../audit/controls";
import { diff } from "../../audit/diff";
import { diffAsMarkdown } from "../../audit/diff/markdown";
import { readOutput } from "../../audit/output/read";
import { SEVERITIES, type Severity } from "../../audit/types";
import { dayOf } from "./controls";
import { outputOfRevision } from "./revision";
import { AUDIT_EXIT, oneOf, parse, type Subcommand, UsageError } from "./subcommand";

const FORMATS = ["markdown", "json"] as const;

const isAtLeast = (severity: Severity | undefined, least: Severity): boolean =>
  severity !== undefined && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);

/** What a change means to people, for a pull request. */
export const diffCommand: Subcommand = {
  name: "diff",
  summary: "what changes for people, resources and controls between two outputs or git revisions",
  help: `lake-audit diff [options] <before> [after]

Compares two outputs: who can do more or less, which resources are destroyed, replaced or moved, which controls fail now,
which addresses of databases, buckets, keys and tables go. A git revision of this project instead of a folder is checked out
beside it, built with the dependencies that are installed here, and synthesized: npm and git must be there, and the
revision must have the same dependencies. The second one is cdktf.out unless another is named.

  --fail-on critical|high|medium|low|info   (default: high)
  --format markdown|json                    (default: markdown)
  --today yyyy-MM-dd                        day that decides which waivers hold (default: today, UTC)
  -h, --help                                print this

Severity: critical when an address of what holds data goes unsaid; high when somebody can do more; medium when a resource
is destroyed or replaced; low when somebody can do less; info for any other change; a control that fails now has its own.

Exit status: 0, 1 when the worst change is as bad as --fail-on or worse, 2 when something cannot be read or built.`,
  run(args, print) {
    const { values, positionals } = parse("diff", args, {
      "fail-on": { type: "string", default: "high" },
      format: { type: "string", default: "markdown" },
      today: { type: "string" },
    });
    const [before, after = "cdktf.out", ...others] = positionals;
    if (before === undefined || others.length > 0) {
      throw new UsageError("name what was before, and what is after. See lake-audit diff --help.");
    }
    const least = oneOf("fail-on", SEVERITIES, values["fail-on"]);
    const format = oneOf("format", FORMATS, values.format);
    const [old, now] = [before, after].map((name) => (existsSync(name) ? readOutput(name) : outputOfRevision(name)));
    if (old === undefined || now === undefined) return AUDIT_EXIT.unusable;
    const found = diff(old, now, CONTROLS, dayOf(values.today));
    print(format === "json" ? JSON.stringify(found, null, 2) : diffAsMarkdown(found));
    return isAtLeast(found.severity, least) ? AUDIT_EXIT.found : AUDIT_EXIT.success;
  },
};
