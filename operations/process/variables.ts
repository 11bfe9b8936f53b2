import type { ProcessEnvironment } from "./processes";

/** The variables that have a value; a process is given no others. */
export const definedVariables = (environment: NodeJS.ProcessEnv): ProcessEnvironment =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
