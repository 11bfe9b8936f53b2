import { existsSync } from "node:fs";
import { landscape } from "./accounts";
import { loadLandscape } from "./model/landscape/load";
import { addStacks } from "./stacks";
import { exitWith } from "./synth/exit";
import { readLock } from "./synth/provider-locks";
import { synthesize } from "./synth/synthesize";
import { readTablesLocks } from "./synth/tables-locks";

/** The day in UTC. It decides whether a share has expired, and reaches no output. */
const today = new Date().toISOString().slice(0, 10);

try {
  const { environments } = loadLandscape(landscape, {
    today,
    deployed: readTablesLocks(landscape),
    isFile: existsSync,
  });
  synthesize((app) => environments.forEach((environment) => addStacks(app, environment)), { lock: readLock(".") });
} catch (error) {
  exitWith(error);
}
