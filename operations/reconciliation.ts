import { reconciliationReport } from "../model/reconciliation/report";
import type { Command } from "./command";
import { EXIT, type ExitStatus } from "./failure";
import { loadEnvironments } from "./landscape";
import { findSource, sourceOptions } from "./source-argument";

const HELP = `npm run reconciliation -- <source> [options]

Prints the statements that give count and checksum of each table of a source, for the source and for Athena: equal rows
give equal figures. The platform asks its own clusters each night; for a database that exists already, the bank's own
scheduler runs the statements and sends the figures, as docs/reconciliation.md says.

Options
  --env NAME   environment of the source (default: the only one that has it)
  -h, --help   print this

Exit status: 0 printed, 2 wrong usage or no such source.`;

/** Prints the statements of one source. Reads the landscape and nothing else. */
export function reconciliation({ args, terminal }: Command): Promise<ExitStatus> {
  const { help, env, names } = sourceOptions(args);
  if (help) {
    terminal.print(HELP);
    return Promise.resolve(EXIT.success);
  }
  const { environment, source } = findSource(loadEnvironments(), names, env);
  terminal.print(reconciliationReport(environment, source));
  return Promise.resolve(EXIT.success);
}
