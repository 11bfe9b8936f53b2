import { commonTeam } from "../../model/landscape/common";

/** Close the books and report to the supervisor. */
export const controllers = commonTeam({
  name: "controllers",
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
});

/** Decide where the bank opens and closes branches. */
export const branchPlanning = commonTeam({
  name: "branch-planning",
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
});
