import type { Command } from "../../command";
import { EXIT, type ExitStatus, Failure, Interrupted } from "../../failure";
import { projectFolder } from "../../project";
import { stackReader } from "../../stack-json";
import { missingKeys, withoutStateful } from "../destroy/keys";
import { holdingsOf, isStateful } from "../destroy/stateful";
import { showWaves } from "../order/show-waves";
import { reversed, type Step } from "../order/steps";
import { stacksOfRun } from "../record/resume";
import { findRun } from "../record/runs";
import { changeAll, type Earlier, refuseUnasked } from "./apply";
import { deployEnvironment } from "./environment";
import { DEPLOY_HELP } from "./help";
import type { RecordedCommand } from "./names";
import { type DeployOptions, parseDeployOptions } from "./options";
import { planAll } from "./plan";
import { findScope, type Scope } from "./scope";
import { openSession, recordsFolder, type Session } from "./session";
import { printSummary } from "./summary";

/** `npm run deploy`. */
export async function deployCommand(command: Command): Promise<ExitStatus> {
  const options = parseDeployOptions(command.args);
  const { terminal, processes } = command;
  if (options.command === "help") {
    terminal.print(DEPLOY_HELP);
    return EXIT.success;
  }
  const project = projectFolder();
  const { environment, dropped } = deployEnvironment(process.env);
  if (dropped.length > 0) terminal.print(`Left out, since they are for a single stack: ${dropped.join(", ")}`);
  if (options.command === "apply" || options.command === "destroy") {
    refuseUnasked(options.autoApprove, options.plans, process.stdin.isTTY);
  }
  const scope = await findScope(options, { project, processes, environment, say: terminal.print });
  if (options.command === "waves") {
    terminal.print(showWaves(scope.chosen, options.format));
    return EXIT.success;
  }
  const earlier = earlierRun(project, options, options.command, scope);
  const steps = stepsFor(options, scope, earlier);
  if (steps.length === 0) {
    terminal.print("No stack is concerned: nothing to do.");
    return EXIT.success;
  }
  const request = { command: options.command, project, environment, options, scope, steps };
  return await runSession(await openSession(command, request), options.command, earlier);
}

async function runSession(session: Session, command: RecordedCommand, earlier: Earlier): Promise<ExitStatus> {
  try {
    const status =
      command === "plan"
        ? await planAll(session)
        : await changeAll(session, command === "apply" ? "deploy" : "destroy", earlier);
    session.run.journal.add({ kind: "end", status });
    session.display.close();
    printSummary(session, command);
    if (session.processes.interrupted) throw new Interrupted();
    return status;
  } finally {
    session.close();
  }
}

function earlierRun(
  project: string,
  options: DeployOptions,
  command: RecordedCommand,
  { environment }: Scope,
): Earlier {
  const records = recordsFolder(project, options, environment.name);
  if (options.plans !== undefined) return { kind: "plans", run: findRun(records, "plan", options.plans) };
  return options.resume ? { kind: "resumed", run: findRun(records, command, undefined) } : undefined;
}

/** @throws Failure when a key to a destruction is missing */
function stepsFor(
  options: DeployOptions,
  { all, chosen, stacks, environment }: Scope,
  earlier: Earlier,
): readonly Step[] {
  const ids = earlier === undefined ? undefined : new Set(stacksOfRun(earlier.run.journal.read()));
  const meant = ids === undefined ? chosen : all.filter(({ id }) => ids.has(id));
  if (options.command !== "destroy") return meant;
  const json = stackReader(stacks);
  const holdings = (id: string): ReturnType<typeof holdingsOf> => holdingsOf(json(id));
  const free = new Set(withoutStateful(all, (id) => isStateful(holdings(id))).map(({ id }) => id));
  const doomed = options.keepStateful ? meant.filter(({ id }) => free.has(id)) : meant;
  const missing = missingKeys(environment.name, doomed, holdings, options.destroyStateful);
  if (missing.length > 0) throw new Failure(["Nothing was destroyed.", ...missing].join("\n  "), EXIT.unusable);
  const order = new Set(doomed.map(({ id }) => id));
  return reversed(all).filter(({ id }) => order.has(id));
}
