import { existsSync } from "node:fs";
import { landscape } from "../accounts";
import { loadLandscape } from "../model/landscape/load";
import { LandscapeError } from "../model/landscape/problem";
import type { Environment } from "../model/landscape/types";
import { EXIT, Failure } from "./failure";

/** The landscape's environments; the same checks as at synthesis. */
export function loadEnvironments(): readonly Environment[] {
  try {
    return loadLandscape(landscape, { isFile: existsSync }).environments;
  } catch (error) {
    if (error instanceof LandscapeError) throw new Failure(error.message);
    throw error;
  }
}

/** The environment of that name; the first one when no name is given. */
export function chooseEnvironment(environments: readonly Environment[], name: string | undefined): Environment {
  const names = environments.map((environment) => environment.name).join(", ");
  const chosen = name === undefined ? environments[0] : environments.find((environment) => environment.name === name);
  if (chosen !== undefined) return chosen;
  throw new Failure(
    name === undefined
      ? "The landscape has no environment. Add one in accounts/index.ts."
      : `--env ${name}: the landscape has no such environment. It has: ${names}.`,
    EXIT.unusable,
  );
}
