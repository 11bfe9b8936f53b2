import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { EXIT, Failure } from "../failure";
import type { SynthesizedStack } from "../manifest";

/** Where a stack's runs go, as its generated JSON says. */
export interface CloudStack {
  readonly stack: SynthesizedStack;
  readonly hostname: string;
  readonly organization: string;
  readonly project: string;
  readonly workspace: string;
  /** The one account that the stack's provider accepts. */
  readonly accountId: string;
}

const Json = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    provider: v.object({
      aws: v.pipe(v.array(v.object({ allowed_account_ids: v.array(v.string()) })), v.minLength(1)),
    }),
    terraform: v.object({
      cloud: v.optional(
        v.object({
          hostname: v.string(),
          organization: v.string(),
          workspaces: v.object({ name: v.string(), project: v.string() }),
        }),
      ),
    }),
  }),
);

function cloudStack(stack: SynthesizedStack): readonly CloudStack[] {
  const { provider, terraform } = v.parse(Json, readFileSync(join(stack.folder, "cdk.tf.json"), "utf8"));
  const [accountId = ""] = provider.aws[0]?.allowed_account_ids ?? [];
  if (terraform.cloud === undefined) return [];
  const { hostname, organization, workspaces } = terraform.cloud;
  return [{ stack, hostname, organization, project: workspaces.project, workspace: workspaces.name, accountId }];
}

/**
 * The stacks of an output that are kept in HCP Terraform, in the order given.
 * @throws Failure when none is, or when they are not all in one project of one organization
 */
export function cloudStacks(stacks: readonly SynthesizedStack[], environment: string): readonly CloudStack[] {
  const found = stacks.flatMap(cloudStack);
  const places = new Set(found.map(({ hostname, organization, project }) => `${hostname} ${organization} ${project}`));
  if (places.size === 1) return found;
  throw new Failure(
    places.size === 0
      ? `No stack of ${environment} is kept in HCP Terraform. Write in accounts/${environment}/index.ts: ` +
          'backend: { kind: "cloud", organization: "...", project: "..." }. See docs/backends.md.'
      : `The stacks of ${environment} are in several projects: ${[...places].join("; ")}. Synthesize again.`,
    EXIT.unusable,
  );
}
