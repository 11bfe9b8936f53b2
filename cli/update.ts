#!/usr/bin/env node
import { runCommand } from "../operations/command";
import { loadEnvironments } from "../operations/landscape";
import { projectFolder } from "../operations/project";
import { updateCommand } from "../operations/update/command";
import { addStacks } from "../stacks";
import { readLock } from "../synth/provider-locks";
import { synthesize } from "../synth/synthesize";

void runCommand((command) => {
  const project = projectFolder();
  return updateCommand({
    ...command,
    project,
    load: loadEnvironments,
    synthesize: (environments, folder) =>
      synthesize((app) => environments.forEach((environment) => addStacks(app, environment)), {
        folder,
        lock: readLock(project),
        print: () => undefined,
      }),
  });
});
