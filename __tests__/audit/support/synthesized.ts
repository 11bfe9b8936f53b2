import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { landscape } from "../../../accounts";
import { outputOf, readOutput } from "../../../audit/output/read";
import type { Output } from "../../../audit/output/types";
import { loadLandscape } from "../../../model/landscape/load";
import { addStacks } from "../../../stacks";
import { synthesize } from "../../../synth/synthesize";
import { type Block, first } from "../../support/json";

/** The project's own output, read back as an auditor does, with the comments that tests elsewhere leave out. */
export function synthesizedOutput(): Output {
  const folder = mkdtempSync(join(tmpdir(), "lake-audit-"));
  try {
    const { environments } = loadLandscape(landscape);
    const build = (app: Parameters<typeof addStacks>[0]): void =>
      environments.forEach((environment) => addStacks(app, environment));
    synthesize(build, { folder: join(folder, "out"), print: () => undefined });
    return readOutput(join(folder, "out"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The documents of an output by stack. */
export const documentsOf = ({ stacks }: Output): Readonly<Record<string, Block>> =>
  Object.fromEntries(stacks.map(({ id, documents }) => [id, first([...documents.values()])]));

/** The output with one stack's document changed. */
export function changed(output: Output, stack: string, change: (document: Block) => void): Output {
  const documents = documentsOf(output);
  const copy = structuredClone(documents[stack]);
  if (copy === undefined) throw new Error(`there is no stack ${stack}`);
  change(copy);
  return outputOf({ ...documents, [stack]: copy });
}
