import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { Failure } from "./failure";
import { readManifest, type SynthesizedStack } from "./manifest";
import type { ProcessEnvironment, Processes } from "./process/processes";

/** Runs the compiled app as `cdktf synth` would, into a folder. */
export async function synthesizeTo(
  processes: Processes,
  { project, output }: { readonly project: string; readonly output: string },
  environment: ProcessEnvironment,
): Promise<readonly SynthesizedStack[]> {
  // The App makes its output folder but not the folders above.
  mkdirSync(dirname(output), { recursive: true });
  const result = await processes.run(process.execPath, [join("dist", "main.js")], {
    cwd: project,
    environment: { ...environment, CDKTF_OUTDIR: output },
  });
  if (result.status !== 0) {
    throw new Failure(`The stacks could not be synthesized:\n${`${result.stdout}${result.stderr}`.trim()}`);
  }
  return readManifest(output);
}
