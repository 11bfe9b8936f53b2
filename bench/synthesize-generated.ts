/** Synthesizes a generated landscape as main.ts does the default one. Arguments: number of accounts, output folder. */
import { loadLandscape } from "../model/landscape/load";
import { addStacks } from "../stacks";
import { exitWith } from "../synth/exit";
import { synthesize } from "../synth/synthesize";
import { generatedLandscape } from "./landscape";

const [accounts, folder] = process.argv.slice(2);
try {
  const { environments } = loadLandscape(generatedLandscape(Number(accounts)));
  synthesize((app) => environments.forEach((environment) => addStacks(app, environment)), { folder: folder ?? "" });
} catch (error) {
  exitWith(error);
}
