import type { ConsumerAccount } from "../../model/landscape/types";
import { riskAnalysts } from "../teams/risk";

/** The risk department. What its teams may see is in `../teams/risk.ts`. */
export const risk: ConsumerAccount = {
  name: "risk",
  id: "444455556666",
  administrators: [],
  teams: [
    {
      ...riskAnalysts,
      assumedBy: [
        "arn:aws:iam::444455556666:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_RiskAnalyst_0123456789abcdef",
      ],
      resultRetentionDays: 14,
      scanLimitGb: 500,
    },
  ],
};
