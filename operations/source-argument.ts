import type { Environment, ProducerAccount, Source } from "../model/landscape/types";
import { EXIT, Failure } from "./failure";
import { parseOptions } from "./options";

/** A source and where it belongs. */
export interface Place {
  readonly environment: Environment;
  readonly producer: ProducerAccount;
  readonly source: Source;
}

/** The name of the source is whatever is no option. */
export function sourceOptions(args: readonly string[]) {
  const names = args.filter((arg, index) => !arg.startsWith("-") && args[index - 1] !== "--env");
  const others = args.filter((arg) => !names.includes(arg));
  const { help, env } = parseOptions(others, {
    help: { type: "boolean", short: "h", default: false },
    env: { type: "string" },
  });
  return { help, env, names };
}

/**
 * The one source of that name.
 * @throws Failure when there is none, or one in several environments
 */
export function findSource(
  environments: readonly Environment[],
  names: readonly string[],
  env: string | undefined,
): Place {
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
