import type { GovernanceAccount } from "../../model/landscape/types";

/** Owns the lake, its catalog and every permission on it. */
export const governance: GovernanceAccount = {
  name: "governance",
  id: "111122223333",
  administrators: [],
  alarmSubscribers: ["data-platform@examplebank.example"],
  logRetentionDays: 365,
  auditors: {
    assumedBy: [
      "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_Auditor_a1b2c3d4e5f60718",
    ],
    resultRetentionDays: 90,
    scanLimitGb: 100,
  },
};
