import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { Failure } from "./failure";

/** A stack as the generated output describes it. */
export interface SynthesizedStack {
  readonly id: string;
  /** Folder of `cdk.tf.json`. */
  readonly folder: string;
  /** Ids of the stacks that must be deployed before. */
  readonly dependencies: readonly string[];
}

const Manifest = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    stacks: v.record(
      v.string(),
      v.object({ name: v.string(), workingDirectory: v.string(), dependencies: v.array(v.string()) }),
    ),
  }),
);

/** All stacks of an output folder, sorted by id. */
export function readManifest(output: string): readonly SynthesizedStack[] {
  const file = join(output, "manifest.json");
  const parsed = v.safeParse(Manifest, readText(file));
  if (!parsed.success) throw new Failure(`${file} is no manifest of CDKTF. Synthesize again.`);
  return Object.values(parsed.output.stacks)
    .map(({ name, workingDirectory, dependencies }) => ({
      id: name,
      folder: join(output, workingDirectory),
      dependencies: [...dependencies].toSorted(),
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new Failure(`${file} does not exist. Synthesize first.`);
  }
}
