import { landscape } from "./accounts";
import { loadLandscape } from "./model/landscape/load";
import { addStacks } from "./stacks";
import { exitWith } from "./synth/exit";
import { synthesize } from "./synth/synthesize";

try {
  const { environments } = loadLandscape(landscape);
  synthesize((app) => environments.forEach((environment) => addStacks(app, environment)));
} catch (error) {
  exitWith(error);
}
