import { groupBy } from "../../group";
import { IAM_ALLOWED_PRINCIPALS } from "../../lake-formation";
import { finding } from "../../types";
import type { AccessRule } from "./context";

/** What everybody holds whom IAM lets, Lake Formation does not govern. */
export const iamAllowedPrincipals: AccessRule = ({ lake }) => {
  const cells = lake.cells.filter(
    ({ principal, decision }) => principal === IAM_ALLOWED_PRINCIPALS && decision === "allowed",
  );
  return [...groupBy(cells, ({ catalog, database = "" }) => `${catalog}\n${database}`)].map(
    ([key, [first, ...rest]]) => {
      const [catalog = "", database = ""] = key.split("\n");
      return finding({
        rule: "iam-allowed-principals",
        severity: "high",
        subject: `${database} of ${catalog}`,
        sentence: `Everybody whom IAM lets may use database ${database} of account ${catalog}: Lake Formation does not govern it.`,
        remedy: "Clear the default permissions in Lake Formation's settings, and revoke IAM_ALLOWED_PRINCIPALS.",
        causes: [...new Set([...(first?.causes ?? []), ...rest.flatMap(({ causes }) => causes)])],
      });
    },
  );
};
