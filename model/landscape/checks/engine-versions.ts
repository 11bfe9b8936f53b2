import { AURORA_RELEASES, isAuroraVersion } from "../../contract/aurora-releases";
import { below } from "../keys";
import { problemAt } from "../problem";
import { clustersOf, environmentsOf, producersOf } from "../walk";
import type { Check } from "./check";

/** The version is one of the engine, complete, as AWS lists it. */
export const engineVersions: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(producersOf)
    .flatMap(clustersOf)
    .flatMap(({ value: { engine, engineVersion }, keys }) => {
      if (engine === undefined || engineVersion === undefined || isAuroraVersion(engine, engineVersion)) return [];
      const { list, releases } = AURORA_RELEASES[engine];
      const examples = releases.map(({ example }) => `\`${example}\``).join(", ");
      const remedy = `write a complete version of ${engine} that AWS lists, such as ${examples}: ${list}`;
      return [problemAt(landscape, below(keys, "engineVersion"), engineVersion, remedy)];
    });
