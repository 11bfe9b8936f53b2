import { accessMatrix } from "../../../audit/matrix";
import type { AccessMatrix } from "../../../audit/matrix/types";
import { outputOf } from "../../../audit/output/read";
import { type Block, block, first, list, text } from "../../support/json";
import { generatedOutput } from "./generated";

/** JSON of the stacks of production, as generated. */
export const clean: Readonly<Record<string, Block>> = Object.fromEntries(
  generatedOutput()
    .stacks.filter(({ id }) => id.startsWith("prod-"))
    .map(({ id, documents }) => [id, first([...documents.values()])]),
);

/** The matrix of the stacks of production. */
export const cleanMatrix: AccessMatrix = accessMatrix(outputOf(clean));

/** Type and construct path of a resource of a stack; the path without the stack's name. */
export interface Place {
  readonly stack: string;
  readonly type: string;
  readonly path: string;
}

export const addressAt = ({ stack, type, path }: Place): string => `${type}.${nameAt(clean[stack], type, path)}`;

function nameAt(stack: Block | undefined, type: string, path: string): string {
  const bodies = block(block(block(stack)["resource"])[type]);
  const found = Object.entries(bodies).find(([, body]) => {
    const metadata = block(block(block(body)["//"])["metadata"]);
    return text(metadata["path"]).endsWith(`/${path}`);
  });
  if (found === undefined) throw new Error(`no ${type} at ${path}`);
  return found[0];
}

/** The matrix after the body of one resource was changed. */
export function planted(place: Place, change: (body: Block) => Block): AccessMatrix {
  const { stack, type, path } = place;
  const json = block(clean[stack]);
  const resource = block(json["resource"]);
  const bodies = block(resource[type]);
  const name = nameAt(json, type, path);
  const changed = { ...bodies, [name]: change(block(bodies[name])) };
  return accessMatrix(outputOf({ ...clean, [stack]: { ...json, resource: { ...resource, [type]: changed } } }));
}

/** The matrix with one more resource. */
export function added(stack: string, type: string, name: string, body: Block): AccessMatrix {
  const json = block(clean[stack]);
  const resource = block(json["resource"]);
  const bodies = { ...block(resource[type] ?? {}), [name]: body };
  return accessMatrix(outputOf({ ...clean, [stack]: { ...json, resource: { ...resource, [type]: bodies } } }));
}

/** A change of the statements of a policy. */
export const inPolicy =
  (attribute: string, change: (statements: readonly Block[]) => readonly Block[]) =>
  (body: Block): Block => {
    const policy = block(JSON.parse(text(body[attribute])));
    return {
      ...body,
      [attribute]: JSON.stringify({ ...policy, Statement: change(list(policy["Statement"]).map(block)) }),
    };
  };
