import { loadLandscape } from "../../model/landscape/load";
import type { Landscape } from "../../model/landscape/types";
import { addStacks } from "../../stacks";
import { prod } from "../landscape/prod";
import { built, type Synthesized } from "./built";

/** The whole way from a landscape to its output; the tests' own `prod` unless a test brings another. */
export function synthesized(landscape: Landscape = { environments: [prod] }): Synthesized {
  const { environments } = loadLandscape(landscape);
  return built((app) => environments.forEach((environment) => addStacks(app, environment)));
}
