import { LandscapeError } from "../model/landscape/problem";
import { SynthesisError } from "./finding";

/** Says why there is no new output and sets the exit status. Only what nobody foresaw comes with a stack trace. */
export function exitWith(error: unknown): void {
  const foreseen = error instanceof LandscapeError || error instanceof SynthesisError;
  console.error(foreseen ? error.message : error);
  process.exitCode = 1;
}
