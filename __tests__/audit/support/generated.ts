import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { landscape } from "../../../accounts";
import { readOutput } from "../../../audit/output/read";
import type { Output } from "../../../audit/output/types";
import { loadLandscape } from "../../../model/landscape/load";
import { addStacks } from "../../../stacks";
import { synthesize } from "../../../synth/synthesize";

/** The output of the project's own landscape, comments with construct paths included, read as the audit reads it. */
export function generatedOutput(): Output {
  const folder = mkdtempSync(join(tmpdir(), "lake-test-"));
  try {
    const { environments } = loadLandscape(landscape);
    synthesize((app) => environments.forEach((environment) => addStacks(app, environment)), {
      folder: join(folder, "out"),
      print: () => undefined,
    });
    return readOutput(join(folder, "out"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
