import { commonTeam } from "../../model/landscape/common";

/** Scores borrowers and forecasts losses. */
export const riskAnalysts = commonTeam({
  name: "risk-analysts",
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
});
