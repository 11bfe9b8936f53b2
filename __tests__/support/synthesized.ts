import { landscape as declared } from "../../accounts";
import { loadLandscape } from "../../model/landscape/load";
import type { Landscape } from "../../model/landscape/types";
import { addStacks } from "../../stacks";
import { built, type Synthesized } from "./built";

/** The whole way from a landscape to its output; the project's own landscape unless a test brings another. */
export function synthesized(landscape: Landscape = declared): Synthesized {
  const { environments } = loadLandscape(landscape);
  return built((app) => environments.forEach((environment) => addStacks(app, environment)));
}
