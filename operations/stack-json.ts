import { readFileSync } from "node:fs";
import { join } from "node:path";
import { EXIT, Failure } from "./failure";

/** An object of JSON. */
export type Block = Readonly<Record<string, unknown>>;
/** What a `cdk.tf.json` holds. */
export type StackJson = Block;

const isBlock = (value: unknown): value is Block =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value when it is an object; else an empty one. */
export const asBlock = (value: unknown): Block => (isBlock(value) ? value : {});

/** A resource of a stack. */
export interface Body {
  readonly type: string;
  readonly name: string;
  readonly body: Block;
}

/** Resources of a stack. */
export const bodiesOf = (json: StackJson): readonly Body[] =>
  Object.entries(asBlock(json["resource"])).flatMap(([type, named]) =>
    Object.entries(asBlock(named)).map(([name, body]) => ({ type, name, body: asBlock(body) })),
  );

/** Every text below a value, comments excepted. */
export function strings(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  return Object.entries(asBlock(value)).flatMap(([key, inner]) => (key === "//" ? [] : strings(inner)));
}

/**
 * Reads stacks' JSON, each once.
 * @throws Failure when a folder holds none
 */
export function stackReader(
  stacks: readonly { readonly id: string; readonly folder: string }[],
): (id: string) => StackJson {
  const read = new Map<string, StackJson>();
  return (id) => {
    const known = read.get(id);
    if (known !== undefined) return known;
    const file = join(stacks.find((stack) => stack.id === id)?.folder ?? "", "cdk.tf.json");
    try {
      const json = asBlock(JSON.parse(readFileSync(file, "utf8")));
      read.set(id, json);
      return json;
    } catch {
      throw new Failure(
        `${file} cannot be read: ${id} has not been synthesized. Run \`npm run synth\`.`,
        EXIT.unusable,
      );
    }
  };
}
