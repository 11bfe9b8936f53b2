import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { Failure } from "../deployment/failure";
import { readManifest, type SynthesizedStack } from "../deployment/manifest";
import type { ProcessEnvironment, Processes } from "../deployment/process/processes";
import type { LocalFolders } from "./project";

/** Runs the compiled app as `cdktf synth` would, into a folder of its own. */
export async function synthesizeTo(
  processes: Processes,
  folders: LocalFolders,
  environment: ProcessEnvironment,
): Promise<readonly SynthesizedStack[]> {
  // The App makes its output folder but not the folders above.
  mkdirSync(dirname(folders.output), { recursive: true });
  const result = await processes.run(process.execPath, [join("dist", "main.js")], {
    cwd: folders.project,
    environment: { ...environment, CDKTF_OUTDIR: folders.output },
  });
  if (result.status !== 0) {
    throw new Failure(`The stacks could not be synthesized:\n${`${result.stdout}${result.stderr}`.trim()}`);
  }
  return readManifest(folders.output);
}
