import { finding } from "../../types";
import type { AccessRule } from "./context";

/** An administrator may give itself everything. The role that deploys has to be one; every other one needs a reason. */
export const administratorBesidesDeployment: AccessRule = ({ facts }) =>
  facts.settings.flatMap(({ account, administrators, setBy, cause }) =>
    setBy === undefined
      ? []
      : administrators
          .filter((administrator) => administrator !== setBy)
          .map((administrator) =>
            finding({
              rule: "administrator-besides-deployment",
              severity: "medium",
              subject: `${administrator} in ${account}`,
              sentence: `${administrator} administers Lake Formation of account ${account}, besides the role that deploys: it may give itself every table.`,
              remedy: "Take it off the list of administrators, or make it a read-only one.",
              causes: [cause],
            }),
          ),
  );
