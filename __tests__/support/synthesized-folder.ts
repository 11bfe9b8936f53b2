import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Environment } from "../../model/landscape/types";
import { addStacks } from "../../stacks";
import { synthesize } from "../../synth/synthesize";

/** Output folder of an environment's real synthesis, removed after the tests of the file. */
export function synthesizedFolder(environment: Environment): string {
  const folder = mkdtempSync(join(tmpdir(), "lake-test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const output = join(folder, "cdktf.out");
  synthesize((app) => addStacks(app, environment), { folder: output, print: () => undefined });
  return output;
}
