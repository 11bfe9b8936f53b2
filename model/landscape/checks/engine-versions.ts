import type { AuroraEngine } from "../../contract/engine";
import { below } from "../keys";
import { problemAt } from "../problem";
import { clustersOf, environmentsOf, producersOf } from "../walk";
import type { Check } from "./check";

/**
 * What versions look like.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/Welcome.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/Welcome.html
 */
const VERSIONS: Readonly<Record<AuroraEngine, { readonly form: RegExp; readonly example: string }>> = {
  "aurora-mysql": { form: /^8\.\d\.mysql_aurora\.\d\.\d{2}\.\d$/, example: "8.0.mysql_aurora.3.08.2" },
  "aurora-postgresql": { form: /^\d{2}\.\d{1,2}$/, example: "16.6" },
};

/** The version is one of the engine, complete. */
export const engineVersions: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(producersOf)
    .flatMap(clustersOf)
    .flatMap(({ value: { engine, engineVersion }, keys }) => {
      if (engine === undefined || engineVersion === undefined) return [];
      const { form, example } = VERSIONS[engine];
      if (form.test(engineVersion)) return [];
      const remedy = `write a complete version of ${engine}, for example \`${example}\``;
      return [problemAt(landscape, below(keys, "engineVersion"), engineVersion, remedy)];
    });
