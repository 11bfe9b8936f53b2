import { createHash, randomUUID } from "node:crypto";
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { serialize } from "node:v8";
import type { Landscape } from "../../model/landscape/types";
import type * as Written from "./written";

/**
 * The folder that the real synthesis of a landscape writes. Test files of one run share it, so that they read it and never write; the run
 * makes and removes the folder above it (`jest/start.cjs`), and so no change of the code meets an older output.
 */
export function keptOutput(landscape: Landscape): string {
  const folder = join(keptFolder(), createHash("sha256").update(serialize(landscape)).digest("hex"));
  if (existsSync(folder)) return folder;
  // Two workers may make the same: whoever reads meets a whole output.
  const aside = `${folder}.${randomUUID()}`;
  // Loaded only where nobody made it before: constructs and stacks take longer to load than an output to read.
  jest.requireActual<typeof Written>("./written").writeOutput(landscape, aside);
  try {
    renameSync(aside, folder);
  } catch {
    rmSync(aside, { recursive: true });
  }
  return folder;
}

function keptFolder(): string {
  const folder = process.env["KEPT_SYNTHESES"];
  if (folder === undefined) throw new Error("Run tests by jest.config.js: its globalSetup makes the folder.");
  return folder;
}
