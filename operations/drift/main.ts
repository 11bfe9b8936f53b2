import { compareSource } from "../../model/drift/compare";
import { driftReport } from "../../model/drift/report";
import type { Environment, ProducerAccount, Source } from "../../model/landscape/types";
import type { Command } from "../command";
import { EXIT, type ExitStatus, Failure } from "../failure";
import { chooseEnvironment, loadEnvironments } from "../landscape";
import { parseOptions } from "../options";
import { discoveredTables } from "./discovered";

const HELP = `npm run drift -- [options]

Compares what the crawler found in the raw zone with what the contracts say: new, missing and changed columns, missing,
unexpected and doubled tables. Says which file to edit. Reads the Glue Data Catalog of the governance account with the
credentials of the environment, and changes nothing.

Options
  --environment NAME   environment of the landscape (default: the first)
  --source NAME        one source only (default: all of the environment)
  --allow-missing      tables that the crawler has not found are no drift: nothing has changed in them since the first load
  --json               print the differences as JSON
  -h, --help           print this

Exit status: 0 no drift, 1 drift, 2 wrong usage or an unreadable catalog.`;

/**
 * Prints the drift of an environment's sources.
 * @param load gives the environments of the landscape
 */
export async function drift({ args, terminal }: Command, load = loadEnvironments): Promise<ExitStatus> {
  const options = parseOptions(args, {
    help: { type: "boolean", short: "h", default: false },
    environment: { type: "string" },
    source: { type: "string" },
    "allow-missing": { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  });
  if (options.help) {
    terminal.print(HELP);
    return EXIT.success;
  }
  const environments = load();
  const environment = chooseEnvironment(environments, options.environment);
  const places = chosen(environment, options.source);
  const all = await Promise.all(
    places.map(async ({ producer, source }) => {
      const tables = await discoveredTables(environment, source);
      return compareSource({ landscape: { environments }, environment, producer, source, tables });
    }),
  );
  const drifts = all.flat().filter(({ kind }) => !(options["allow-missing"] && kind === "missing-table"));
  const names = places.map(({ source }) => source.name);
  terminal.print(options.json ? JSON.stringify(drifts, null, 2) : driftReport(drifts, names));
  return drifts.length === 0 ? EXIT.success : EXIT.failed;
}

interface Place {
  readonly producer: ProducerAccount;
  readonly source: Source;
}

function chosen({ name, producers }: Environment, wanted: string | undefined): readonly Place[] {
  const all = producers.flatMap((producer) => producer.sources.map((source) => ({ producer, source })));
  const matching = all.filter(({ source }) => wanted === undefined || source.name === wanted);
  if (matching.length > 0) return matching;
  const known = all.map(({ source }) => source.name).join(", ");
  throw new Failure(`--source ${wanted}: ${name} has no such source. It has: ${known}.`, EXIT.unusable);
}
