import type { Source } from "../../landscape/types";
import { currentGeneration, type State, type States } from "./parts";
import { NO_GENERATION } from "./state-item";

const mark = (value: State, next: string): State => ({
  Type: "Pass",
  ...value,
  ResultPath: "$.generation",
  Next: next,
});

/**
 * A load is complete when its table has a change, or when whoever asks for a rebuild says so. An incomplete one may fill
 * a table that was empty, again each time it has grown; it must not replace an earlier generation.
 */
export function deciding(source: Source): States {
  const same = { Variable: "$.look.cursor", StringEqualsPath: "$.state.cursor" };
  return {
    "Anything new": {
      Type: "Choice",
      Choices: [{ ...same, Next: "Nothing new" }],
      Default: "Keep generation",
    },
    "Nothing new": mark({ InputPath: "$.state.generation" }, "Remember unchanged"),
    "Keep generation": mark({ InputPath: "$.state.generation" }, "Fetch merge"),
    "Is load complete": {
      Type: "Choice",
      Choices: [
        { Variable: "$.input.rebuild", BooleanEquals: true, Next: "Complete" },
        { Not: { Variable: "$.look.changes", StringEquals: "0" }, Next: "Complete" },
        { Not: { Variable: "$.state.generation", StringEquals: NO_GENERATION }, Next: "Wait for load" },
        { ...same, Next: "Wait for load" },
      ],
      Default: "Incomplete",
    },
    Complete: mark({ Result: currentGeneration(source) }, "Fetch load"),
    Incomplete: mark({ Result: NO_GENERATION }, "Fetch load"),
    "Wait for load": mark({ InputPath: "$.state.generation" }, "Remember waiting"),
  };
}
