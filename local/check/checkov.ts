import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { checkovFindings } from "../../audit/checkov/findings";
import { checkovInput } from "../../audit/checkov/input";
import { readCheckov } from "../../audit/checkov/report";
import { readOutput } from "../../audit/output/read";
import type { Command } from "../../operations/command";
import { EXIT, type ExitStatus, Failure } from "../../operations/failure";
import { findTools } from "../../operations/prerequisites";
import { cleanEnvironment } from "../environment";
import { localFolders } from "../project";
import { pythonEnvironment } from "../python-environment";
import { type Outcome, outcomeOf, printOutcomes } from "./tally";

const HELP = `npm run test:checkov [-- options]

Runs checkov, pinned in local/checkov/requirements.txt, over the generated JSON of all stacks, in one process and without
a network. A failure counts unless the JSON carries a waiver of the check (docs/waivers.md); a waiver of a check that finds
nothing counts too.

  --today yyyy-MM-dd  day that decides which waivers hold (default: today, UTC)
  -h, --help          print this

Exit status: 0, 1 when something is found, 2 when checkov cannot be run.`;

const TIMEOUT_SECONDS = 600;
const OPTIONS = ["--framework", "terraform_json", "--output", "json", "--quiet", "--skip-download", "--soft-fail"];

function todayOf(args: readonly string[]): string {
  const given = args[args.indexOf("--today") + 1];
  return args.includes("--today") && given !== undefined ? given : new Date().toISOString().slice(0, 10);
}

/** Holds the generated JSON to checkov, as a second opinion beside the audit's own controls. */
export async function testCheckov({ args, processes, terminal }: Command): Promise<ExitStatus> {
  if (args.includes("--help") || args.includes("-h")) {
    terminal.print(HELP);
    return EXIT.success;
  }
  const { project, local, run } = localFolders("test-checkov");
  const output = readOutput(join(project, "cdktf.out"));
  rmSync(run, { recursive: true, force: true });
  for (const [file, document] of checkovInput(output)) {
    mkdirSync(dirname(join(run, file)), { recursive: true });
    writeFileSync(join(run, file), JSON.stringify(document, null, 2));
  }
  const environment = cleanEnvironment(process.env);
  const tools = await findTools(processes, { cwd: project, environment, python: true });
  const python = await pythonEnvironment(processes, {
    python: tools.python ?? "python3",
    requirements: join(project, "local", "checkov", "requirements.txt"),
    folder: join(local, "venv-checkov"),
    cwd: project,
    environment,
    print: terminal.detail,
    purpose: "checkov",
  });
  const result = await processes.run(python, ["-m", "checkov.main", "--directory", run, ...OPTIONS], {
    cwd: run,
    environment,
    timeoutSeconds: TIMEOUT_SECONDS,
  });
  if (result.status !== 0) throw new Failure(`checkov ended with ${result.status}:\n${result.stderr.slice(-2000)}`);
  const report = readCheckov(result.stdout);
  const findings = checkovFindings(output, report, todayOf(args));
  terminal.detail(
    `checkov ${report.version}: ${report.passed} passed, ${report.failures.length} failed before waivers`,
  );
  const outcomes: readonly Outcome[] = [
    outcomeOf(
      "checkov finds nothing without a waiver",
      findings.map(({ rule, subject, sentence, remedy }) => `${rule} ${subject}: ${sentence} To mend it: ${remedy}.`),
    ),
  ];
  return printOutcomes(terminal, outcomes) ? EXIT.success : EXIT.failed;
}
