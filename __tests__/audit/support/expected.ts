/** Who may read what in the tests' landscape, written by hand from what stewards agreed: columns by team and table. */
const DEPOSITS_OF_RISK = {
  "deposits.district": "district_id name region inhabitants average_salary unemployment_rate",
  "deposits.client": "client_id gender district_id updated_at",
  "deposits.account": "account_id district_id opened_on statements balance overdraft_limit currency updated_at",
  "deposits.disposition": "disposition_id client_id account_id kind",
  "deposits.card": "card_id disposition_id kind issued_at is_blocked",
  "deposits.standing_order": "order_id account_id payee_bank amount purpose",
  "deposits.transaction":
    "transaction_id account_id booked_at direction operation amount balance_after purpose partner_bank",
};

interface ExpectedTeam {
  readonly account: string;
  readonly role: string;
  readonly columns: Readonly<Record<string, string>>;
  /** Districts whose rows the team sees, by table; all rows of the other tables. */
  readonly districts: Readonly<Record<string, readonly number[]>>;
}

export const EXPECTED: readonly ExpectedTeam[] = [
  {
    account: "444455556666",
    role: "prod-risk-risk-analysts",
    columns: {
      ...DEPOSITS_OF_RISK,
      "loans.borrower": "client_id employment monthly_income since updated_at",
      "loans.loan":
        "loan_id client_id account_id granted_on amount currency duration_months interest_rate status updated_at",
      "loans.instalment": "loan_id number due_on principal interest is_paid",
      "loans.collateral": "collateral_id loan_id kind appraised_value appraised_on",
      "loans.payment": "payment_id loan_id instalment_number received_at amount channel",
    },
    districts: {},
  },
  {
    account: "555566667777",
    role: "prod-finance-controllers",
    columns: {
      "deposits.district": DEPOSITS_OF_RISK["deposits.district"],
      "deposits.account": DEPOSITS_OF_RISK["deposits.account"],
      "deposits.transaction": DEPOSITS_OF_RISK["deposits.transaction"],
      "loans.borrower": "client_id employment since updated_at",
      "loans.loan": "loan_id client_id account_id granted_on currency duration_months status updated_at",
      "loans.instalment": "loan_id number due_on is_paid",
      "loans.payment": "payment_id loan_id instalment_number received_at channel",
    },
    districts: {},
  },
  {
    account: "555566667777",
    role: "prod-finance-branch-planning",
    columns: { "deposits.client": DEPOSITS_OF_RISK["deposits.client"] },
    districts: { "deposits.client": [1, 2, 3] },
  },
];

/** Districts of the rows that are asked about. */
export const DISTRICTS = [1, 2, 3, 4, 77, null] as const;
