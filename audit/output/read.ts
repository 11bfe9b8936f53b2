import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { isBlock } from "./json";
import { toStack } from "./stack";
import type { Block, Output, Resource, Stack } from "./types";

/** Folders of tools, which hold copies. */
const PASSED_OVER = new Set(["node_modules", ".terraform", ".git"]);
const SUFFIX = ".tf.json";

/** What cannot be read, with what to do about it. */
export class OutputError extends Error {}

/**
 * Reads every `*.tf.json` under a folder: CDKTF's `cdktf.out`, or anybody's tree of Terraform JSON. The files of one
 * folder are one stack. Nothing depends on the order in which a disk lists its files.
 * @throws OutputError when there is no such file, or one is not a JSON object
 */
export function readOutput(folder: string): Output {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new OutputError(`${folder} is no folder: run "npx cdktf synth" first, or name the folder of *.tf.json files`);
  }
  const stacks = stacksUnder(folder, "");
  if (stacks.length === 0) {
    throw new OutputError(
      `${folder} holds no *.tf.json file: run "npx cdktf synth" first, or name the folder of the files. Terraform's own language (*.tf) is not read; CDKTF and "cdktf convert" write JSON.`,
    );
  }
  return toOutput(stacks);
}

/**
 * Stacks as one output, in the order of their ids.
 * @throws OutputError when two have the same id
 */
export function toOutput(stacks: readonly Stack[]): Output {
  const sorted = stacks.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  for (const [index, { id, files }] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next?.id !== id) continue;
    throw new OutputError(
      `${files[0] ?? ""} and ${next.files[0] ?? ""} both are stack ${id}: name a folder that holds one of them only`,
    );
  }
  const byType = new Map<string, Resource[]>();
  for (const { resources } of sorted) {
    for (const resource of resources) {
      const type = resource.kind === "resource" ? resource.type : `${resource.kind}.${resource.type}`;
      const known = byType.get(type);
      if (known === undefined) byType.set(type, [resource]);
      else known.push(resource);
    }
  }
  return { stacks: sorted, byType };
}

/** An output from documents in memory by stack id, such as tests have. */
export const outputOf = (documents: Readonly<Record<string, Block>>): Output =>
  toOutput(Object.entries(documents).map(([id, json]) => toStack(id, new Map([[`stacks/${id}/cdk.tf.json`, json]]))));

function stacksUnder(root: string, relative: string): readonly Stack[] {
  const entries = readdirSync(join(root, relative), { withFileTypes: true }).toSorted((one, other) =>
    one.name < other.name ? -1 : 1,
  );
  const documents = new Map<string, Block>();
  const below: Stack[] = [];
  for (const entry of entries) {
    const path = relative === "" ? entry.name : `${relative}/${entry.name}`;
    if (entry.isDirectory() && !PASSED_OVER.has(entry.name)) below.push(...stacksUnder(root, path));
    if (entry.isFile() && entry.name.endsWith(SUFFIX)) documents.set(path, parse(join(root, path)));
  }
  if (documents.size === 0) return below;
  return [toStack(relative === "" ? basename(resolve(root)) : relative, documents), ...below];
}

function parse(file: string): Block {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new OutputError(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isBlock(json)) throw new OutputError(`${file} is no JSON object, which Terraform's JSON syntax demands`);
  return json;
}

/** Resources of a type in all stacks; data sources by `data.<type>`. */
export const resourcesOf = ({ byType }: Output, type: string): readonly Resource[] => byType.get(type) ?? [];
