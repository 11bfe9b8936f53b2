import { below, type Keys } from "../keys";
import { isServerless } from "../kinds";
import { problemAt } from "../problem";
import { clustersOf, environmentsOf, producersOf, sourcesOf } from "../walk";
import type { Check } from "./check";

const SERVERLESS = "db.serverless";
const ORDER = "write a maximum that is not below the minimum";

/** Serverless v2 has a capacity and nothing else has; no range is upside down. */
export const capacities: Check = (landscape) => {
  const producers = environmentsOf(landscape).flatMap(producersOf);
  const problem = (keys: Keys, found: unknown, remedy: string) => problemAt(landscape, keys, found, remedy);
  const clusters = producers.flatMap(clustersOf).flatMap(({ value: { instanceClass, capacity }, keys }) => {
    const here = below(keys, "capacity");
    if (instanceClass === undefined) return [];
    if (instanceClass === SERVERLESS && capacity === undefined) {
      return [problem(here, capacity, "write the range of Serverless v2: `{ minimum: 1, maximum: 8 }`")];
    }
    if (instanceClass !== SERVERLESS && capacity !== undefined) {
      return [problem(here, capacity, `remove it, or write \`${SERVERLESS}\` as instance class`)];
    }
    const { minimum = 0, maximum = minimum } = capacity ?? {};
    return minimum > maximum ? [problem(below(here, "maximum"), maximum, ORDER)] : [];
  });
  const replications = producers.flatMap(sourcesOf).flatMap(({ value: { replication }, keys }) => {
    if (replication === undefined || !isServerless(replication)) return [];
    const { minimumCapacity = 0, maximumCapacity = minimumCapacity } = replication;
    const here = below(keys, "replication", "maximumCapacity");
    return minimumCapacity > maximumCapacity ? [problem(here, maximumCapacity, ORDER)] : [];
  });
  return [...clusters, ...replications];
};
