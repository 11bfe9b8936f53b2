import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readOutput } from "../../../audit/output/read";
import type { Output } from "../../../audit/output/types";
import { loadLandscape } from "../../../model/landscape/load";
import type { Landscape } from "../../../model/landscape/types";
import { addStacks } from "../../../stacks";
import { synthesize } from "../../../synth/synthesize";
import { landscape } from "../../landscape";

/** The output of a landscape, comments with construct paths included, read as the audit reads it. */
export function generatedOutput(of: Landscape = landscape): Output {
  const folder = mkdtempSync(join(tmpdir(), "lake-test-"));
  try {
    const { environments } = loadLandscape(of);
    synthesize((app) => environments.forEach((environment) => addStacks(app, environment)), {
      folder: join(folder, "out"),
      print: () => undefined,
    });
    return readOutput(join(folder, "out"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
