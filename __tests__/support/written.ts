import { loadLandscape } from "../../model/landscape/load";
import type { Landscape } from "../../model/landscape/types";
import { addStacks } from "../../stacks";
import { synthesize } from "../../synth/synthesize";

/** The whole way from a landscape to an output folder. */
export function writeOutput(landscape: Landscape, folder: string): void {
  const { environments } = loadLandscape(landscape);
  synthesize((app) => environments.forEach((environment) => addStacks(app, environment)), {
    folder,
    print: () => undefined,
  });
}
