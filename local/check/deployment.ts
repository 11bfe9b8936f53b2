import type { Command } from "../../operations/command";
import { EXIT, type ExitStatus } from "../../operations/failure";
import { chooseEnvironment, loadEnvironments } from "../../operations/landscape";
import { parseOptions } from "../../operations/options";
import { tryCdktf } from "../deployment-check/cdktf";
import { tryCourse } from "../deployment-check/course";
import { tryFullDisk } from "../deployment-check/full-disk";
import { placeWithCluster } from "../deployment-check/place";
import { tryTroubles } from "../deployment-check/troubles";
import { startOver } from "../faults/bench";
import { openBench } from "../faults/open-bench";
import { COMMON_OPTIONS, commonOptions } from "../options";
import { Phases } from "../phases";
import { printOutcomes } from "./tally";

const HELP = `npm run test:deploy [-- options]

Tries npm run deploy on emulated accounts with one quick stack: plans, applies the plans that were shown, resumes, and destroys
with the two keys; and causes troubles for real, to see whether the messages name them and say what to do.

Options
  --mirror DIR    as in npm run demo -- --help
  -h, --help      print this

Exit status: 0 nothing failed, 1 something failed, 2 wrong usage or something missing, 130 stopped by a signal.`;

/** Tests the deployment command from outside. Ends with a line such as `20 passed, 0 failed`. */
export async function testDeployment({ args, processes, terminal }: Command): Promise<ExitStatus> {
  const { help, mirrors } = commonOptions(parseOptions(args, COMMON_OPTIONS));
  if (help) {
    terminal.print(HELP);
    return EXIT.success;
  }
  const landscape = chooseEnvironment(loadEnvironments(), undefined);
  const { account, network, cluster } = placeWithCluster(landscape);
  const phases = new Phases(terminal);
  const opened = await openBench({ args, processes, terminal }, phases, { run: "test-deploy", landscape, mirrors });
  try {
    const bench = await startOver(opened.bench);
    const outcomes = await phases.run("The command", async () => [
      ...(await tryCourse(bench, network, cluster)),
      ...(await tryTroubles(bench, account, network)),
      await tryFullDisk(bench, account, network),
      await tryCdktf(bench, network),
    ]);
    terminal.heading("\nChecks");
    return printOutcomes(terminal, outcomes) ? EXIT.success : EXIT.failed;
  } finally {
    await opened.close();
  }
}
