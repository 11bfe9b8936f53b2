import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Block, block, first, isBlock, withoutComments } from "./json";

/** The output of a synthesis as tests read it: parsed JSON without comments. */
export interface Synthesized {
  /** Sorted. */
  readonly ids: readonly string[];
  readonly manifest: Block;
  readonly stack: (id: string) => Block;
  /** Bodies by name; none when the stack has no resource of the type. */
  readonly resources: (id: string, type: string) => Readonly<Record<string, Block>>;
  /** The same for data sources. */
  readonly lookups: (id: string, type: string) => Readonly<Record<string, Block>>;
  /** Body of the stack's one resource of the type. */
  readonly only: (id: string, type: string) => Block;
  /** Name and body of the stack's one resource of the type that has these attributes. */
  readonly find: (id: string, type: string, attributes: Block) => readonly [string, Block];
}

const json = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

/** Reads an output folder. */
export function readOutput(folder: string): Synthesized {
  const manifest = block(json(join(folder, "manifest.json")));
  const ids = readdirSync(join(folder, "stacks")).toSorted();
  const stacks = new Map(
    ids.map((id) => [id, block(withoutComments(json(join(folder, "stacks", id, "cdk.tf.json"))))]),
  );
  const stack = (id: string): Block => {
    const found = stacks.get(id);
    if (found === undefined) throw new Error(`there is no stack ${id}, but ${ids.join(", ")}`);
    return found;
  };
  const bodies = (kind: string) => (id: string, type: string) => {
    const types = stack(id)[kind];
    const named = isBlock(types) ? types[type] : undefined;
    return Object.fromEntries(Object.entries(isBlock(named) ? named : {}).map(([name, body]) => [name, block(body)]));
  };
  const resources = bodies("resource");
  const find = (id: string, type: string, attributes: Block): readonly [string, Block] => {
    const all = Object.entries(resources(id, type));
    const matching = all.filter(([, body]) =>
      Object.entries(attributes).every(([key, value]) => JSON.stringify(body[key]) === JSON.stringify(value)),
    );
    if (matching.length !== 1) {
      throw new Error(`${id} has ${matching.length} ${type} with ${JSON.stringify(attributes)}`);
    }
    return first(matching);
  };
  const only = (id: string, type: string): Block => find(id, type, {})[1];
  return { ids, manifest, stack, resources, lookups: bodies("data"), only, find };
}
