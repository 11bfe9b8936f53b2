import { type Block, block, isBlock, leaves, list, parsed, text } from "./json";
import type { Synthesized } from "./output";

/** Statements of a policy that stands in the JSON as text. */
export const statements = (policy: unknown): readonly Block[] => list(block(parsed(policy))["Statement"]).map(block);

/** The statement with a Sid, or a failed test. */
export function statement(policy: unknown, sid: string): Block {
  const found = statements(policy).filter((each) => each["Sid"] === sid);
  if (found.length !== 1) throw new Error(`the policy has ${found.length} statements ${sid}: ${text(policy)}`);
  return block(found[0]);
}

/** A statement with the place that it stands at. */
export interface PlacedStatement {
  readonly stack: string;
  /** Resource type, name and attribute, joined by dots. */
  readonly place: string;
  readonly statement: Block;
}

function asPolicy(value: unknown): readonly Block[] {
  if (typeof value !== "string" || !value.startsWith("{")) return [];
  const json: unknown = JSON.parse(value);
  return isBlock(json) && Array.isArray(json["Statement"]) ? json["Statement"].map(block) : [];
}

/** Every statement of every policy in a stack's JSON, wherever it stands. */
export function policiesOf(stack: string, json: unknown): readonly PlacedStatement[] {
  return leaves(json).flatMap(({ path, value }) =>
    asPolicy(value).map((each) => ({ stack, place: path.slice(1).join("."), statement: each })),
  );
}

/** Every statement of every policy of all stacks. */
export const allPolicies = ({ ids, stack }: Synthesized): readonly PlacedStatement[] =>
  ids.flatMap((id) => policiesOf(id, stack(id)));

/** Name and body of the key behind an alias, and its ARN as other resources of the stack refer to it. */
export function keyOf({ find, resources }: Synthesized, id: string, alias: string) {
  const [, { target_key_id: target }] = find(id, "aws_kms_alias", { name: alias });
  const name = text(target).replace("${aws_kms_key.", "").replace(".key_id}", "");
  return { name, body: block(resources(id, "aws_kms_key")[name]), arn: `\${aws_kms_key.${name}.arn}` };
}

/** Name, body and one inline policy of the role with a name. */
export function roleOf({ find }: Synthesized, id: string, roleName: string) {
  const [name, body] = find(id, "aws_iam_role", { name: roleName });
  const [policyName, policy] = find(id, "aws_iam_role_policy", { role: `\${aws_iam_role.${name}.name}` });
  return { name, body, policyName, policy, arn: `\${aws_iam_role.${name}.arn}` };
}
