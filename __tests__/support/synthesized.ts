import type { Landscape } from "../../model/landscape/types";
import { prod } from "../landscape/prod";
import { keptOutput } from "./kept";
import { readOutput, type Synthesized } from "./output";

/** The whole way from a landscape to its output; the tests' own `prod` unless a test brings another. */
export const synthesized = (landscape: Landscape = { environments: [prod] }): Synthesized =>
  readOutput(keptOutput(landscape));
