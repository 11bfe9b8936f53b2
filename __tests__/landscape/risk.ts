import type { ConsumerAccount } from "../../model/landscape/types";

/** The risk department: scores borrowers and forecasts losses. */
export const risk: ConsumerAccount = {
  name: "risk",
  id: "444455556666",
  administrators: [],
  teams: [
    {
      name: "risk-analysts",
      assumedBy: [
        "arn:aws:iam::444455556666:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_RiskAnalyst_0123456789abcdef",
      ],
      resultRetentionDays: 14,
      scanLimitGb: 500,
      shares: [
        {
          domain: "loans",
          upTo: "confidential",
          covers: {
            borrower: ["monthly_income"],
            loan: ["amount", "interest_rate"],
            instalment: ["principal", "interest"],
            collateral: ["collateral_id", "loan_id", "kind", "appraised_value", "appraised_on"],
            payment: ["amount"],
          },
          purpose: "Probability of default and loss forecasts per loan",
          owner: "head-of-credit-risk@examplebank.example",
        },
        {
          domain: "deposits",
          upTo: "confidential",
          covers: {
            district: [],
            client: ["gender"],
            account: ["balance", "overdraft_limit"],
            disposition: [],
            card: [],
            standing_order: ["amount", "purpose"],
            transaction: ["amount", "balance_after", "purpose"],
          },
          purpose: "Behaviour of borrowers' accounts as a predictor of default",
          owner: "head-of-credit-risk@examplebank.example",
        },
      ],
    },
  ],
};
