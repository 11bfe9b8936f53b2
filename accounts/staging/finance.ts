import type { ConsumerAccount } from "../../model/landscape/types";
import { branchPlanning, controllers } from "../teams/finance";

/** The finance department. What its teams may see is in `../teams/finance.ts`. */
export const finance: ConsumerAccount = {
  name: "finance",
  id: "565656565656",
  administrators: [],
  teams: [
    {
      ...controllers,
      assumedBy: [
        "arn:aws:iam::565656565656:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_Controller_fedcba9876543210",
      ],
      resultRetentionDays: 30,
      scanLimitGb: 20,
    },
    {
      ...branchPlanning,
      assumedBy: [
        "arn:aws:iam::565656565656:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_BranchPlanner_0f1e2d3c4b5a6978",
      ],
      resultRetentionDays: 7,
      scanLimitGb: 20,
    },
  ],
};
