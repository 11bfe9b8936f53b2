import type { Finding } from "../../synth/finding";
import { guardOutput } from "../../synth/guards";
import type { StackJson } from "../../synth/terraform-json";
import type { Block } from "./json";

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

/** What all guards find in these stacks. */
export const findings = (...stacks: readonly StackJson[]): readonly Finding[] => guardOutput(stacks.map(withBackend));

/** What all guards find on one resource named `x` in a stack named `one`. */
export const findingsOn = (type: string, body: Block): readonly Finding[] =>
  findings(stackOf("one", { [type]: { x: body } }));
