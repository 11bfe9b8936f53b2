import { readinessReport } from "../model/readiness/report";
import type { Command } from "./command";
import { EXIT, type ExitStatus } from "./failure";
import { loadEnvironments } from "./landscape";
import { findSource, sourceOptions } from "./source-argument";

const HELP = `npm run readiness -- <source> [options]

Prints what makes a source ready for change capture: a checklist, the SQL, and questions whose every answer is something to
mend. The platform's own clusters are made ready by their readiness stack; for a database that exists already, somebody who
may administer it works through the list.

Options
  --env NAME   environment of the source (default: the only one that has it)
  -h, --help   print this

Exit status: 0 printed, 2 wrong usage or no such source.`;

/** Prints the readiness of one source. Reads the landscape and nothing else. */
export function readiness({ args, terminal }: Command): Promise<ExitStatus> {
  const { help, env, names } = sourceOptions(args);
  if (help) {
    terminal.print(HELP);
    return Promise.resolve(EXIT.success);
  }
  const { environment, producer, source } = findSource(loadEnvironments(), names, env);
  terminal.print(readinessReport(environment, producer, source));
  return Promise.resolve(EXIT.success);
}
