import type { Command } from "../deployment/command";
import { EXIT, type ExitStatus, Failure } from "../deployment/failure";
import { loadEnvironments } from "../deployment/landscape";
import { parseOptions } from "../deployment/options";
import type { Environment, ProducerAccount, Source } from "../model/landscape/types";
import { readinessReport } from "../model/readiness/report";

const HELP = `npm run readiness -- <source> [options]

Prints what makes a source ready for change capture: a checklist, the SQL, and questions whose every answer is something to
mend. The platform's own clusters are made ready by their readiness stack; for a database that exists already, somebody who
may administer it works through the list.

Options
  --env NAME   environment of the source (default: the only one that has it)
  -h, --help   print this

Exit status: 0 printed, 2 wrong usage or no such source.`;

interface Place {
  readonly environment: Environment;
  readonly producer: ProducerAccount;
  readonly source: Source;
}

/** Prints the readiness of one source. Reads the landscape and nothing else. */
export function readiness({ args, terminal }: Command): Promise<ExitStatus> {
  const { help, env, names } = options(args);
  if (help) {
    terminal.print(HELP);
    return Promise.resolve(EXIT.success);
  }
  const { environment, producer, source } = find(loadEnvironments(), names, env);
  terminal.print(readinessReport(environment, producer, source));
  return Promise.resolve(EXIT.success);
}

/** The name of the source is whatever is no option. */
function options(args: readonly string[]) {
  const names = args.filter((arg, index) => !arg.startsWith("-") && args[index - 1] !== "--env");
  const others = args.filter((arg) => !names.includes(arg));
  const { help, env } = parseOptions(others, {
    help: { type: "boolean", short: "h", default: false },
    env: { type: "string" },
  });
  return { help, env, names };
}

function find(environments: readonly Environment[], names: readonly string[], env: string | undefined): Place {
  const places = environments.flatMap((environment) =>
    environment.producers.flatMap((producer) => producer.sources.map((source) => ({ environment, producer, source }))),
  );
  const known = [...new Set(places.map(({ source }) => source.name))].join(", ");
  const [name, ...more] = names;
  if (name === undefined || more.length > 0) {
    throw new Failure(`Write the name of one source: ${known}. See --help.`, EXIT.unusable);
  }
  const matching = places.filter(
    ({ environment, source }) => source.name === name && (env === undefined || environment.name === env),
  );
  const [place, another] = matching;
  if (place === undefined) {
    throw new Failure(`${name}: the landscape has no such source. It has: ${known}.`, EXIT.unusable);
  }
  if (another !== undefined)
    throw new Failure(`${name} is in several environments: add --env. See --help.`, EXIT.unusable);
  return place;
}
