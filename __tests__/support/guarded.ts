import type { Finding } from "../../synth/finding";
import { guardOutput } from "../../synth/guards";
import type { StackJson } from "../../synth/terraform-json";
import { type Block, block, isBlock } from "./json";

/** A stack of the given account with these resources by type and name. */
export const stackOf = (id: string, resource: Block, account = "111122223333", region = "eu-central-1"): StackJson => ({
  id,
  json: { provider: { aws: [{ region, allowed_account_ids: [account] }] }, resource },
});

/** Every stack needs a backend; a test that says nothing of it means the usual one. */
const withBackend = ({ id, json }: StackJson): StackJson => ({
  id,
  json: { terraform: { backend: { local: { path: `../../../state/${id}.tfstate` } } }, ...json },
});

/** The same for the boundary that every role needs. */
const withBoundaries = ({ id, json }: StackJson): StackJson => {
  const resource = isBlock(json["resource"]) ? json["resource"] : {};
  const roles = isBlock(resource["aws_iam_role"]) ? resource["aws_iam_role"] : {};
  const bounded = Object.entries(roles).map(([name, body]): readonly [string, Block] => [
    name,
    { permissions_boundary: "arn:aws:iam::111122223333:policy/lake-deploy-boundary", ...block(body) },
  ]);
  return bounded.length === 0
    ? { id, json }
    : { id, json: { ...json, resource: { ...resource, aws_iam_role: Object.fromEntries(bounded) } } };
};

/** What all guards find in these stacks. */
export const findings = (...stacks: readonly StackJson[]): readonly Finding[] =>
  guardOutput(stacks.map(withBackend).map(withBoundaries));

/** What all guards find on one resource named `x` in a stack named `one`. */
export const findingsOn = (type: string, body: Block): readonly Finding[] =>
  findings(stackOf("one", { [type]: { x: body } }));
