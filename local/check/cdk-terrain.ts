import { join } from "node:path";
import type { Command } from "../../operations/command";
import { EXIT, type ExitStatus, Failure } from "../../operations/failure";
import { parseOptions } from "../../operations/options";
import type { RunResult } from "../../operations/process/processes";
import { synthesizeTo } from "../../operations/synthesize";
import { cleanEnvironment } from "../environment";
import { COMMON_OPTIONS, commonOptions } from "../options";
import { Phases } from "../phases";
import { localFolders } from "../project";
import { aliasPackage, copyProject } from "./project-copy";
import { outputDifferences } from "./same-output";
import { outcomeOf, printOutcomes } from "./tally";

/** The release of CDK Terrain that the way out was tried with: docs/decisions/0001-cdktf.md. */
const CDK_TERRAIN = "npm:cdktn@0.24.0";

const HELP = `npm run test:cdk-terrain

Copies the project, lets the package name cdktf stand for CDK Terrain, the living fork, and looks whether the unchanged
sources compile, give the same JSON and pass npm test there. The copy is .local/test-cdk-terrain/project; npm must be
able to install packages.

Options
  -h, --help    print this

Exit status: 0 nothing failed, 1 something failed, 2 wrong usage or something missing, 130 stopped by a signal.`;

/** Tries the way out of CDKTF. Ends with a line such as `3 passed, 0 failed`. */
export async function testCdkTerrain({ args, processes, terminal }: Command): Promise<ExitStatus> {
  if (commonOptions(parseOptions(args, COMMON_OPTIONS)).help) {
    terminal.print(HELP);
    return EXIT.success;
  }
  const phases = new Phases(terminal);
  const mine = localFolders("test-cdk-terrain");
  const copy = join(mine.run, "project");
  const environment = cleanEnvironment(process.env);
  const run = (command: string, options: readonly string[], show = false): Promise<RunResult> =>
    processes.run(command, options, { cwd: copy, environment, ...(show ? { onLine: terminal.detail } : {}) });

  await phases.run(`Project with cdktf = ${CDK_TERRAIN}`, async () => {
    copyProject(mine.project, copy);
    aliasPackage(copy, "cdktf", CDK_TERRAIN);
    const installed = await run("npm", ["install", "--no-package-lock", "--no-audit", "--no-fund"]);
    if (installed.status !== 0) throw new Failure(`npm install in ${copy}:\n${output(installed)}`, EXIT.unusable);
  });
  const types = await phases.run("Types", () => run("npx", ["tsc", "-p", "tsconfig.json"]));
  const differences = await phases.run("JSON", async () => {
    const build = await run("npx", ["tsc", "-p", "tsconfig.build.json"]);
    if (build.status !== 0) return [output(build)];
    const [before, after] = await Promise.all(
      [mine, { ...localFolders("synth", copy), project: copy }].map((at) => synthesizeTo(processes, at, environment)),
    );
    return outputDifferences(before ?? [], after ?? []);
  });
  const tests = await phases.run("npm test", () => run("npx", ["jest"], true));

  return printOutcomes(terminal, [
    outcomeOf("the sources compile", types.status === 0 ? [] : [output(types)]),
    outcomeOf("the parsed JSON of every stack is the same", differences),
    outcomeOf("npm test passes", tests.status === 0 ? [] : [`jest ended with ${tests.status}`]),
  ])
    ? EXIT.success
    : EXIT.failed;
}

const output = ({ stdout, stderr }: RunResult): string => `${stdout}${stderr}`.trim();
