import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Environment } from "../../model/landscape/types";
import { SynthesisError } from "../../synth/finding";
import type { Command } from "../command";
import { EXIT, type ExitStatus, Failure } from "../failure";
import { parseOptions } from "../options";
import { forgetAnswers } from "./answers";
import { type FileChange, fileChanges, writeChanges } from "./files";
import { type Plan, planUpdate } from "./plan";
import { reviewLines } from "./review-text";
import { testedRecords } from "./tested";
import type { Refusal } from "./types";

const HELP = `npm run update [-- options]

Renews everything that is recorded: accounts/records/ (environments, deployed tables, who may do what, stacks with their
resources and policies, pages of the teams, costs), docs/controls.md, and what the product's tests compare with. Says what a
reviewer should look at. Run it after each change, and commit what it writes together with the change.

Nothing is written when the landscape is refused, or when something that holds data would be lost: the report says what to do.

Options
  --check         write nothing; fail when a record is out of date
  --accept WHAT   record this although something is lost, again for each: SOURCE.TABLE after the migration in docs/tables.md;
                  STACK/ADDRESS, or STACK with all of its addresses, for what is to be destroyed
  -h, --help      print this

Exit status: 0 written or up to date, 1 refused or out of date, 2 wrong usage.`;

/** What the command works on. */
export interface UpdateProps extends Command {
  readonly project: string;
  /** Called once the options are read. */
  readonly load: () => readonly Environment[];
  /** Writes the output of the landscape into a folder. */
  readonly synthesize: (environments: readonly Environment[], folder: string) => void;
}

/** Writes or checks all records. */
export async function updateCommand(props: UpdateProps): Promise<ExitStatus> {
  const { args, terminal, project } = props;
  const { help, check, accept } = parseOptions(args, {
    help: { type: "boolean", short: "h", default: false },
    check: { type: "boolean", default: false },
    accept: { type: "string", multiple: true, default: [] },
  });
  if (help) {
    terminal.print(HELP);
    return EXIT.success;
  }
  const environments = props.load();
  const plan = await planned(props, environments);
  const refused = plan.refused.filter((each) => !each.accept.some((name) => accept.includes(name)));
  const changes = fileChanges(project, plan.files);
  reviewLines(
    plan.groups,
    environments.map(({ name }) => name),
  ).forEach(terminal.print);
  if (refused.length > 0) {
    for (const line of refusedLines(refused)) terminal.print(line);
    return EXIT.failed;
  }
  changedLines(changes).forEach(terminal.print);
  if (changes.length === 0) {
    terminal.print("Every record is up to date.");
    return EXIT.success;
  }
  if (check) {
    terminal.print("Out of date. Run `npm run update`, review what it says, and commit what it writes.");
    return EXIT.failed;
  }
  writeChanges(project, changes);
  forgetAnswers(project);
  terminal.print(
    "Written. Review it with `git diff`; `npm run audit -- diff HEAD` shows every attribute that changes.",
  );
  return EXIT.success;
}

async function planned(
  { processes, project, synthesize }: UpdateProps,
  environments: readonly Environment[],
): Promise<Plan> {
  const scratch = mkdtempSync(join(tmpdir(), "lake-update-"));
  try {
    const [output, tested] = [join(scratch, "out"), join(scratch, "tested")];
    synthesize(environments, output);
    const plan = planUpdate(project, environments, output);
    mkdirSync(tested);
    return { ...plan, files: new Map([...plan.files, ...(await testedRecords(processes, project, tested))]) };
  } catch (error) {
    if (error instanceof SynthesisError) throw new Failure(error.message);
    throw error;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const refusedLines = (refused: readonly Refusal[]): readonly string[] => [
  "Refused, and nothing was written:",
  ...refused.flatMap(({ lines }) => lines.map((line) => `  ${line}`)),
];

/** Files that are named; more of them are a number. */
const MOST = 20;

function changedLines(changes: readonly FileChange[]): readonly string[] {
  if (changes.length === 0) return [];
  const rest = changes.length - MOST;
  return [
    "Files",
    ...changes.slice(0, MOST).map(({ path, kind }) => `  ${kind.padEnd(7)}  ${path}`),
    ...(rest > 0 ? [`  ... and ${rest} more`] : []),
  ];
}
