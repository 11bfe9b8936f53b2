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
          upTo: "confidential",
          purpose: "Balances and turnover for liquidity reporting",
          owner: "head-of-controlling@examplebank.example",
        },
      ],
    },
  ],
};
