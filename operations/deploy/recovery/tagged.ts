import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { asBlock, type StackJson } from "../../stack-json";
import type { StackContext } from "../stack/context";
import { terraform } from "../stack/terraform";
import type { Tagged } from "./match";

const Output = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    type: v.literal("outputs"),
    outputs: v.object({
      found: v.object({
        value: v.array(v.object({ resource_arn: v.string(), tags: v.record(v.string(), v.string()) })),
      }),
    }),
  }),
);

/**
 * Everything in the account that carries the stack's tag, asked of AWS by Terraform itself, so that the question is put
 * with the stack's own provider, Region and role. It needs tag:GetResources.
 * @returns nothing when AWS would not say
 */
export async function taggedResources(context: StackContext, json: StackJson): Promise<readonly Tagged[] | undefined> {
  // The display counts what a stack's own apply has done.
  const quiet = { ...context, onEvent: () => undefined };
  const folder = join(context.logs, "tagged");
  mkdirSync(folder, { recursive: true });
  const { required_providers: providers } = asBlock(json["terraform"]);
  const lookup = { tag_filter: [{ key: "stack", values: [context.step.id] }] };
  const found = "${data.aws_resourcegroupstaggingapi_resources.found.resource_tag_mapping_list}";
  const question = {
    terraform: { required_providers: { aws: asBlock(providers)["aws"] } },
    // The provider's role is a variable.
    variable: json["variable"] ?? {},
    provider: { aws: asBlock(json["provider"])["aws"] },
    data: { aws_resourcegroupstaggingapi_resources: { found: lookup } },
    output: { found: { value: found } },
  };
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify(question));
  const init = await terraform(quiet, "tagged-init", ["init", "-json", "-input=false"], folder);
  if (init.errors.length > 0) return undefined;
  const answer = await terraform(quiet, "tagged", ["apply", "-json", "-auto-approve", "-input=false"], folder);
  for (const line of readFileSync(answer.logFile, "utf8").split("\n")) {
    const parsed = v.safeParse(Output, line);
    if (!parsed.success) continue;
    return parsed.output.outputs.found.value.map(({ resource_arn: arn, tags }) => ({ arn, tags }));
  }
  return undefined;
}
