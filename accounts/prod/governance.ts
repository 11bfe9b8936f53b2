import type { GovernanceAccount } from "../../model/landscape/types";

/** Owns the lake, its catalog and every permission on it. */
export const governance: GovernanceAccount = {
  name: "governance",
  id: "111122223333",
  administrators: [],
  logRetentionDays: 365,
};
