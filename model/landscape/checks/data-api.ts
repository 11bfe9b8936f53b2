import { hasDataApi } from "../../contract/data-api";
import { below } from "../keys";
import { problemAt } from "../problem";
import { clustersOf, environmentsOf, producersOf } from "../walk";
import type { Check } from "./check";

const VERSIONS = {
  "aurora-mysql": "Aurora MySQL 3.07 or newer",
  "aurora-postgresql": "Aurora PostgreSQL 13.11, 14.8, 15.3, 16.1, 17.4, 18.3 or a newer minor version",
} as const;

/**
 * A cluster is made ready for change capture through the RDS Data API, which old versions and burstable instances lack.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.limitations.html
 */
export const dataApi: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(producersOf)
    .flatMap(clustersOf)
    .flatMap(({ value: { engine, engineVersion, instanceClass }, keys }) => {
      const old = engine !== undefined && engineVersion !== undefined && !hasDataApi(engine, engineVersion);
      return [
        old
          ? [
              problemAt(
                landscape,
                below(keys, "engineVersion"),
                engineVersion,
                `write ${VERSIONS[engine]}: older ones lack the Data API, by which the cluster is made ready`,
              ),
            ]
          : [],
        instanceClass?.startsWith("db.t")
          ? [
              problemAt(
                landscape,
                below(keys, "instanceClass"),
                instanceClass,
                "write a class that is not burstable, for example `db.r6g.large`: T classes lack the Data API",
              ),
            ]
          : [],
      ].flat();
    });
