import { Failure } from "../failure";
import { stacksIn } from "../stacks";
import { carryOut } from "./carry-out";
import { changesTo } from "./changes";
import { CloudClient } from "./client";
import type { Cloud } from "./cloud";
import { describeChange } from "./describe";
import { desiredWorkspaces } from "./desired";
import type { SetupOptions } from "./options";
import { readPresent } from "./present";
import { cloudStacks } from "./settings";
import { tokenFor } from "./token";

/** Says what makes the workspaces those of the output, and does it when asked to. */
export async function setUp(cloud: Cloud, options: SetupOptions): Promise<void> {
  const { environment, terminal } = cloud;
  const stacks = cloudStacks(stacksIn(environment, cloud.stacks), environment.name);
  const [first] = stacks;
  if (first === undefined) throw new Failure("The output has no stacks.");
  const { hostname, organization, project } = first;
  const client = await CloudClient.connect(hostname, tokenFor(hostname, cloud.variables), cloud.reach);
  const desired = desiredWorkspaces(environment, stacks, options.repository);
  const present = await readPresent(
    client,
    organization,
    project,
    desired.map(({ name }) => name),
  );
  const { changes, warnings } = changesTo(project, desired, present);

  if (options.json) {
    terminal.print(JSON.stringify({ hostname, organization, project, changes, warnings }, undefined, 2));
  } else {
    terminal.heading(`${hostname}, organization ${organization}, project ${project}: ${desired.length} workspaces`);
    if (!options.apply) changes.forEach((change) => terminal.detail(describeChange(change)));
    warnings.forEach((warning) => terminal.detail(`! ${warning}`));
  }
  if (options.apply) {
    await carryOut(client, organization, changes, present, (change) => {
      if (!options.json) terminal.detail(describeChange(change));
    });
  }
  if (options.json) return;
  const done = changes.length === 0 ? "Nothing to change." : `${changes.length} changes done.`;
  terminal.print(
    options.apply || changes.length === 0 ? done : `${changes.length} changes. Nothing was changed: --apply does it.`,
  );
}
