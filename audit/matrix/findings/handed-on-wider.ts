import { finding } from "../../types";
import type { AccessRule } from "./context";

/** An account cannot give what it does not have; who wrote the grant believes otherwise. */
export const handedOnWider: AccessRule = ({ lake }) =>
  lake.exceeding
    .filter(({ claim }) => claim.permission !== "DESCRIBE")
    .map(({ claim, missing, shares }) => {
      const { place, by, principal, permission } = claim;
      const table = `${place.database}${place.table === undefined ? "" : `.${place.table}`}`;
      const what = missing.length > 0 ? `${missing.join(", ")} of ${table}` : table;
      const why =
        shares.length > 0 && shares.every(({ grantable }) => !grantable)
          ? "without the right to hand it on"
          : "not, or not all of it";
      return finding({
        rule: "handed-on-wider",
        severity: "medium",
        subject: `${principal}, ${permission} on ${table} of ${place.catalog}`,
        sentence: `Account ${by} hands on ${permission} on ${what} to ${principal}, but ${place.catalog} gave it ${why}.`,
        remedy: "Grant what the owner shared, or have the owner share it with grant option.",
        causes: [...claim.causes, ...shares.flatMap(({ causes }) => causes)],
      });
    });
