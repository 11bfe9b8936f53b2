import { join, relative } from "node:path";
import type { Account, Environment } from "../../model/landscape/types";
import { stackId } from "../../model/names";
import type { Command } from "../command";
import { deployEnvironment } from "../deploy/commands/environment";
import { promptLine } from "../display/prompt";
import { EXIT, type ExitStatus, Failure } from "../failure";
import { loadEnvironments } from "../landscape";
import { projectFolder } from "../project";
import { synthesizeTo } from "../synthesize";
import { CallersAccount, usesEndpoint } from "./account";
import { bootstrapOptions, HELP } from "./options";
import { sameHoldings, situationOf } from "./situation";
import { PLAN, planSettled, planWithAdoption } from "./steps";
import { CallersTerraform } from "./terraform";
import { Workplace } from "./workplace";

/** Everything that the parts of one run need. */
interface Run {
  readonly command: Command;
  readonly environment: Environment;
  readonly account: Account;
  readonly stack: string;
  readonly yes: boolean;
  readonly reached: CallersAccount;
  readonly workplace: Workplace;
  readonly terraform: CallersTerraform;
}

/** Takes an account to where its bootstrap is deployed and its state lies where the landscape says. */
export async function bootstrap(command: Command): Promise<ExitStatus> {
  const options = bootstrapOptions(command.args);
  if (options.help) {
    command.terminal.print(HELP);
    return EXIT.success;
  }
  const { environment, account } = find(loadEnvironments(), options.account, options.environment);
  const reached = new CallersAccount(environment, account);
  const { print } = command.terminal;
  print(`${account.name} (${account.id}), as ${await reached.caller()}`);

  const project = projectFolder();
  const stack = stackId(environment, account, "bootstrap");
  const folder = join(project, ".local", "bootstrap", stack);
  const { environment: variables } = deployEnvironment(process.env);
  const output = join(project, ".local", "bootstrap", "cdktf.out");
  const stacks = await synthesizeTo(command.processes, { project, output }, variables);
  const generated = stacks.find(({ id }) => id === stack);
  if (generated === undefined) throw new Failure(`The landscape has no stack ${stack}.`);
  const workplace = new Workplace(folder, generated.folder);
  const terraform = new CallersTerraform(command.processes, folder, variables);
  const run = { command, environment, account, stack, yes: options.yes, reached, workplace, terraform };
  return environment.backend.kind === "s3" ? await inBucket(run) : await elsewhere(run, project);
}

/** The state begins beside the stack and moves into the bucket as soon as there is one. */
async function inBucket(run: Run): Promise<ExitStatus> {
  const { workplace, reached, stack, terraform, command, account } = run;
  const { print } = command.terminal;
  const situation = situationOf(workplace.localState(), await reached.remoteState(stack));
  if (situation === "conflict") {
    throw new Failure(
      `There are two states of ${stack}: one in its bucket, and one in ${workplace.folder}, which holds other ` +
        "things. Compare them with `terraform show`. When the one in the bucket is right, remove the folder and run this again.",
    );
  }
  if (situation === "settled" || situation === "tidy") {
    if (situation === "tidy") print("The state has reached its bucket; the local copy goes.");
    workplace.remove();
    const fresh = new Workplace(workplace.folder, run.workplace.generated);
    fresh.keepInBucket();
    await terraform.run(initBucket());
    const status = await apply(run, await planSettled(terraform));
    if (status === EXIT.success) fresh.remove();
    return status;
  }
  print(situation === "begin" ? "The account has no state yet." : "An earlier run was interrupted; going on.");
  workplace.keepHere();
  await terraform.run([...INIT, "-reconfigure"]);
  const status = await apply(run, await planWithAdoption(terraform, workplace, reached, account.id));
  return status === EXIT.success ? await move(run) : status;
}

/** Moves the state into the bucket, and removes the local copy when it is there. */
async function move(run: Run): Promise<ExitStatus> {
  const { workplace, terraform, reached, stack, command } = run;
  const local = workplace.localState();
  workplace.wantImports([]);
  workplace.keepInBucket();
  await terraform.run([...initBucket(), "-migrate-state", "-force-copy"]);
  const remote = await reached.remoteState(stack);
  if (!sameHoldings(local, remote)) {
    throw new Failure(
      `The state in the bucket is not the one that was in ${workplace.folder}, which stays. Run the same command again.`,
    );
  }
  workplace.remove();
  command.terminal.print(`The state of ${stack} lies in its bucket, with ${remote.length} resources.`);
  return EXIT.success;
}

/** With local states there is nothing to move; into a workspace Terraform moves a state only when somebody answers it. */
async function elsewhere(run: Run, project: string): Promise<ExitStatus> {
  const { workplace, terraform, reached, environment, account, stack, command } = run;
  const { backend } = environment;
  if (backend.kind === "local") workplace.keepHere(join(project, backend.directory, `${stack}.tfstate`));
  else workplace.keepHere();
  await terraform.run([...INIT, "-reconfigure"]);
  const status = await apply(run, await planWithAdoption(terraform, workplace, reached, account.id));
  if (status !== EXIT.success) return status;
  const { print } = command.terminal;
  if (backend.kind === "local") {
    workplace.remove();
    print(`The state is ${backend.directory}/${stack}.tfstate, as the landscape says: the backend is local.`);
    return status;
  }
  const folder = relative(project, workplace.folder);
  print(`The account is ready. Now move the state into its workspace; Terraform asks once:
  rm ${folder}/backend_override.tf.json && terraform -chdir=${folder} init && rm -r ${folder}`);
  return status;
}

/** Shows the plan, asks, applies. */
async function apply({ command, terraform, yes, stack }: Run, plan: string): Promise<ExitStatus> {
  const { print } = command.terminal;
  print(plan.trim());
  if (!plan.includes("No changes.")) {
    const answer = yes ? "yes" : await promptLine(`\nApply this plan of ${stack}? Only \`yes\` does: `);
    if (answer.trim() !== "yes") {
      print("Nothing was changed.");
      return EXIT.failed;
    }
  }
  // A plan without changes is applied too: it notes what was taken over.
  print((await terraform.run(["apply", "-input=false", "-no-color", PLAN])).trim());
  return EXIT.success;
}

const INIT = ["init", "-input=false", "-no-color"];

/** Elsewhere than at AWS nobody knows a host by a bucket's name. */
const initBucket = (): readonly string[] => [
  ...INIT,
  ...(usesEndpoint() ? ["-backend-config=use_path_style=true"] : []),
];

function find(environments: readonly Environment[], name: string, environmentName: string | undefined) {
  const environment = environments.find((each) => environmentName === undefined || each.name === environmentName);
  const accounts =
    environment === undefined ? [] : [environment.governance, ...environment.producers, ...environment.consumers];
  const account = accounts.find((each) => each.name === name);
  if (environment !== undefined && account !== undefined) return { environment, account };
  const known = environment === undefined ? environments.map((each) => each.name) : accounts.map((each) => each.name);
  const what = environment === undefined ? `environment ${environmentName}` : `account ${name} in ${environment.name}`;
  throw new Failure(`The landscape has no ${what}. It has: ${known.join(", ")}.`, EXIT.unusable);
}
