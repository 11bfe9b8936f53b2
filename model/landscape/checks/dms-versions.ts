import { below } from "../keys";
import { isServerless } from "../kinds";
import { problemAt } from "../problem";
import { environmentsOf, producersOf, sourcesOf } from "../walk";
import type { Check } from "./check";

/**
 * Before 3.5, DMS could not read a binlog with checksums, which Aurora writes unless told otherwise.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.MySQL.html
 */
const OLDEST = 305;

/** The DMS engine can do what the platform asks of it. */
export const dmsVersions: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(producersOf)
    .flatMap(sourcesOf)
    .flatMap(({ value: { replication }, keys }) => {
      if (replication === undefined || isServerless(replication)) return [];
      const [major, minor] = replication.engineVersion?.split(".").map(Number) ?? [];
      if (major === undefined || minor === undefined || major * 100 + minor >= OLDEST) return [];
      const here = below(keys, "replication", "engineVersion");
      const remedy = "write 3.5.0 or newer: older versions of DMS need weaker settings at the source";
      return [problemAt(landscape, here, replication.engineVersion, remedy)];
    });
