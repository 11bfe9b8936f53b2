import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Command } from "../command";
import { EXIT, type ExitStatus, Failure } from "../failure";
import { definedVariables } from "../process/variables";
import { projectFolder } from "../project";
import { synthesizeTo } from "../synthesize";
import { outputChanges } from "./compare";

const HELP = `npm run synth:check -- FOLDER

Says whether a committed output is what the sources give now: the gate for Terraform runs that start from a repository.
It writes nothing.

  FOLDER        the committed output, for example generated
  -h, --help    print this

Exit status: 0 it is, 1 it is not, 2 wrong usage.`;

/** Compares a committed output with a fresh one, byte by byte. */
export async function checkOutput({ args, processes, terminal }: Command): Promise<ExitStatus> {
  const [folder, ...more] = args;
  if (args.includes("-h") || args.includes("--help")) {
    terminal.print(HELP);
    return EXIT.success;
  }
  if (folder === undefined || more.length > 0) throw new Failure(HELP, EXIT.unusable);
  const project = projectFolder();
  const scratch = mkdtempSync(join(tmpdir(), "lake-output-"));
  try {
    const output = join(scratch, "out");
    const stacks = await synthesizeTo(processes, { project, output }, definedVariables(process.env));
    const changes = outputChanges(resolve(folder), output);
    changes.forEach(terminal.print);
    terminal.print(
      changes.length === 0
        ? `${folder} is what the sources give: ${stacks.length} stacks.`
        : `${folder} is not what the sources give. CDKTF_OUTDIR=${folder} npm run synth, review the difference, commit it.`,
    );
    return changes.length === 0 ? EXIT.success : EXIT.failed;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
