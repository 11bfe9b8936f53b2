import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Block, Stack } from "./access/types";

const isBlock = (value: unknown): value is Block =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * The stacks of an output folder, in the order of their ids.
 * @throws Error when the folder holds no stacks, or one that is not JSON
 */
export function readOutput(folder: string): readonly Stack[] {
  const stacks = join(folder, "stacks");
  const ids = existsSync(stacks) ? readdirSync(stacks).toSorted() : [];
  if (ids.length === 0) throw new Error(`${folder} holds no stacks: run "npx cdktf synth", or name another folder`);
  return ids.map((id) => {
    const json: unknown = JSON.parse(readFileSync(join(stacks, id, "cdk.tf.json"), "utf8"));
    if (!isBlock(json)) throw new Error(`${join(stacks, id, "cdk.tf.json")} is no JSON object`);
    return { id, json };
  });
}
