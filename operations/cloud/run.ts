import * as v from "valibot";
import { Failure } from "../failure";
import { accountsOf, isBootstrap, stacksIn } from "../stacks";
import { CloudClient } from "./client";
import type { Cloud } from "./cloud";
import type { RunOptions } from "./options";
import { packageStack } from "./package-stack";
import { confirmed, queueRun, type Run, settled, succeeded } from "./runs";
import { selectStacks } from "./select";
import { type CloudStack, cloudStacks } from "./settings";
import { tokenFor } from "./token";

const Workspace = v.object({ data: v.object({ id: v.string() }) });

/**
 * Uploads stacks' folders and runs them remotely, one after the other. Without `autoApprove` a run that would change
 * something waits in HCP Terraform until somebody has looked at its plan.
 * @returns whether every run did what was asked, and none waits
 */
export async function runRemotely(cloud: Cloud, options: RunOptions): Promise<boolean> {
  const { environment, terminal } = cloud;
  const all = cloudStacks(stacksIn(environment, cloud.stacks), environment.name).filter(
    ({ stack }) => !accountsOf(environment).some((account) => isBootstrap(environment, account, stack.id)),
  );
  const stacks = selectStacks(all, options.stacks);
  const hostname = stacks[0]?.hostname ?? "";
  const client = await CloudClient.connect(hostname, tokenFor(hostname, cloud.variables), cloud.reach);
  for (const stack of stacks) {
    terminal.heading(stack.stack.id);
    const run = await runStack(client, stack, cloud, options);
    if (succeeded(run)) continue;
    const rest = stacks.slice(stacks.indexOf(stack) + 1).map(({ stack: { id } }) => id);
    const later = rest.length > 0 ? ` Not run: ${rest.join(", ")}.` : "";
    terminal.print(
      run.waits
        ? `The plan of ${stack.stack.id} waits to be confirmed: ${address(stack, run)}${later}`
        : `The run of ${stack.stack.id} is ${run.status}: ${address(stack, run)}${later}`,
    );
    return false;
  }
  return true;
}

async function runStack(client: CloudClient, stack: CloudStack, cloud: Cloud, options: RunOptions): Promise<Run> {
  const { detail } = cloud.terminal;
  const { wait } = cloud.reach;
  const name = encodeURIComponent(stack.workspace);
  const found = await client.find(`organizations/${encodeURIComponent(stack.organization)}/workspaces/${name}`);
  if (found === undefined) {
    throw new Failure(
      `There is no workspace ${stack.workspace} in ${stack.organization}. npm run cloud -- setup --apply`,
    );
  }
  const archive = await packageStack(stack.stack.folder);
  const queued = await queueRun(client, v.parse(Workspace, found).data.id, archive, options, wait);
  detail(address(stack, queued));
  const planned = await settled(client, queued, wait, detail);
  if (!planned.waits || !options.autoApprove) return planned;
  return await confirmed(client, planned, options.message, wait, detail);
}

/** Where people look at a run. */
const address = ({ hostname, organization, workspace }: CloudStack, { id }: Run): string =>
  `https://${hostname}/app/${organization}/workspaces/${workspace}/runs/${id}`;
