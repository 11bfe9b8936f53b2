/**
 * Runs when the type check has failed. The compiler names the first broken type; the landscape's own report names every
 * mistake with its remedy. Compiled code exists all the same. Always exits with status 1, since the build has failed.
 */
import { existsSync } from "node:fs";
import { landscape } from "../accounts";
import { loadLandscape } from "../model/landscape/load";
import { LandscapeError } from "../model/landscape/problem";

try {
  loadLandscape(landscape, { isFile: existsSync });
} catch (error) {
  if (error instanceof LandscapeError) console.error(`\n${error.message}`);
}
process.exitCode = 1;
