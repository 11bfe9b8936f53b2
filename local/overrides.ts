/**
 * What makes generated stacks run on this machine, whatever backend the landscape has: buckets and workspaces of states
 * are nowhere, for an emulated account begins empty.
 */
import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { deployRoleArn } from "../model/arns";
import type { Environment } from "../model/landscape/types";
import type { SynthesizedStack } from "../operations/manifest";
import { asBlock, type Block, stackReader } from "../operations/stack-json";
import { accountsOf, stacksOf } from "../operations/stacks";
import { overrideBackend } from "../operations/terraform/backend-override";

const PROVIDERS = "provider_override.tf.json";

/**
 * Configurations of the AWS provider that assume a role, for those that assume none: runs in HCP Terraform have the
 * credentials of a role by themselves.
 */
export function assumingProviders(stack: Block, roleArn: string): readonly Block[] {
  const providers = asBlock(stack["provider"])["aws"];
  return (Array.isArray(providers) ? providers : []).flatMap((each: unknown) => {
    const { alias, assume_role: assumed } = asBlock(each);
    if (assumed !== undefined) return [];
    return [{ ...(alias === undefined ? {} : { alias }), assume_role: [{ role_arn: roleArn }] }];
  });
}

/** Lets the states of stacks lie in a folder, and runs in HCP Terraform assume their accounts' roles. */
export function overrideStacks(
  environments: readonly Environment[],
  stacks: readonly SynthesizedStack[],
  states: string,
): void {
  for (const { id, folder } of stacks) {
    overrideBackend(folder, { local: { path: relative(folder, join(states, `${id}.tfstate`)) } });
  }
  const read = stackReader(stacks);
  for (const environment of environments.filter(({ backend }) => backend.kind === "cloud")) {
    for (const account of accountsOf(environment)) {
      for (const { id, folder } of stacksOf(environment, account, stacks)) {
        const aws = assumingProviders(read(id), deployRoleArn(account));
        if (aws.length > 0) writeFileSync(join(folder, PROVIDERS), JSON.stringify({ provider: { aws } }, undefined, 2));
      }
    }
  }
}
