import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { App } from "cdktf";
import { synthesize } from "../../synth/synthesize";
import { readOutput, type Synthesized } from "./output";

/** What `build` makes, written to a temporary folder by the real synthesis, read, and removed again. */
export function built(build: (app: App) => void): Synthesized {
  const folder = mkdtempSync(join(tmpdir(), "lake-test-"));
  try {
    synthesize(build, { folder: join(folder, "out"), print: () => undefined });
    return readOutput(join(folder, "out"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
