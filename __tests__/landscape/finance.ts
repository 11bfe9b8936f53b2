import type { ConsumerAccount } from "../../model/landscape/types";

/** The finance department: closes the books and reports to the supervisor. */
export const finance: ConsumerAccount = {
  name: "finance",
  id: "555566667777",
  administrators: [],
  teams: [
    {
      name: "controllers",
      assumedBy: [
        "arn:aws:iam::555566667777:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_Controller_fedcba9876543210",
      ],
      resultRetentionDays: 30,
      scanLimitGb: 200,
      shares: [
        {
          domain: "loans",
          upTo: "internal",
          purpose: "Number and maturity of loans for the monthly report",
          owner: "head-of-controlling@examplebank.example",
        },
        {
          domain: "deposits",
          tables: ["district", "account", "transaction"],
          upTo: "confidential",
          covers: {
            district: [],
            account: ["balance", "overdraft_limit"],
            transaction: ["amount", "balance_after", "purpose"],
          },
          purpose: "Balances and turnover for liquidity reporting",
          owner: "head-of-controlling@examplebank.example",
        },
      ],
    },
    {
      name: "branch-planning",
      assumedBy: [
        "arn:aws:iam::555566667777:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_BranchPlanner_0f1e2d3c4b5a6978",
      ],
      resultRetentionDays: 7,
      scanLimitGb: 20,
      shares: [
        {
          domain: "deposits",
          tables: ["client"],
          upTo: "confidential",
          rows: { column: "district_id", values: [1, 2, 3] },
          covers: { client: ["gender"] },
          purpose: "Number of clients in the three districts of the branch pilot",
          owner: "head-of-branches@examplebank.example",
          until: "2036-12-31",
        },
      ],
    },
  ],
};
