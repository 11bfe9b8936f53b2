import { column } from "../../model/contract/column";
import { common } from "../../model/landscape/common";
import type { ClusterSource } from "../../model/landscape/types";

/** The loan system (Aurora MySQL). `client_id` is the same client as in the deposit system. */
export const loans = common({
  name: "loans",
  domain: "loans",
  engine: "aurora-mysql",
  database: "lending",
  tables: [
    {
      schema: "lending",
      name: "borrower",
      description: "A client who has or had a loan",
      primaryKey: ["client_id"],
      changedAt: "updated_at",
      settingsOnlyIn: { changedAt: ["prod"] },
      columns: {
        client_id: column("bigint", "internal", "Client, as in the deposit system"),
        national_id: column("varchar(11)", "forbidden", "National identity number"),
        employment: column("enum('employed','self-employed','retired','none')", "internal", "Employment status"),
        monthly_income: column("decimal(12,2)", "confidential", "Proven net income per month, in EUR"),
        credit_score: column("smallint unsigned", "restricted", "Score of the credit bureau, 0 to 1000"),
        since: column("date", "internal", "Day of the first loan"),
        updated_at: column("timestamp(6)", "internal", "Last change of the row, UTC"),
      },
    },
    {
      schema: "lending",
      name: "loan",
      description: "A loan from its grant to its end",
      primaryKey: ["loan_id"],
      changedAt: "updated_at",
      settingsOnlyIn: { changedAt: ["prod"] },
      columns: {
        loan_id: column("bigint", "internal", "Loan"),
        client_id: column("bigint", "internal", "Borrower who answers for the loan"),
        account_id: column("bigint", "internal", "Account of the deposit system that the loan is paid out to"),
        granted_on: column("date", "internal", "Day of the grant"),
        amount: column("decimal(12,2)", "confidential", "Amount granted"),
        currency: column("char(3)", "public", "ISO 4217 code of all amounts of the loan"),
        duration_months: column("smallint unsigned", "internal", "Agreed duration, in months"),
        interest_rate: column("decimal(6,4)", "confidential", "Nominal rate per year: 0.0450 is 4.5 %"),
        status: column("enum('running','in_arrears','paid','defaulted')", "internal", "Where the loan stands"),
        updated_at: column("timestamp(6)", "internal", "Last change of the row, UTC"),
      },
    },
    {
      schema: "lending",
      name: "instalment",
      description: "One agreed repayment of a loan",
      primaryKey: ["loan_id", "number"],
      columns: {
        loan_id: column("bigint", "internal", "Loan that is repaid"),
        number: column("smallint unsigned", "internal", "Position in the schedule, from 1"),
        due_on: column("date", "internal", "Day it is due"),
        principal: column("decimal(12,2)", "confidential", "Part that repays the loan"),
        interest: column("decimal(12,2)", "confidential", "Part that is interest"),
        is_paid: column("bit(1)", "internal", "Whether it has been paid in full"),
      },
    },
    {
      schema: "lending",
      name: "collateral",
      description: "What secures a loan; that a pledge exists is confidential already",
      primaryKey: ["collateral_id"],
      columns: {
        collateral_id: column("bigint", "confidential", "Pledge"),
        loan_id: column("bigint", "confidential", "Loan that it secures"),
        kind: column("enum('real_estate','vehicle','securities','guarantee')", "confidential", "What is pledged"),
        appraised_value: column("decimal(14,2)", "confidential", "Last appraisal, in the currency of the loan"),
        appraised_on: column("date", "confidential", "Day of the last appraisal"),
        address: column("varchar(200)", "restricted", "Where the pledged property is"),
      },
    },
    {
      schema: "lending",
      name: "payment",
      description: "Money received for a loan",
      primaryKey: ["payment_id"],
      columns: {
        payment_id: column("bigint", "internal", "Payment"),
        loan_id: column("bigint", "internal", "Loan that is repaid"),
        instalment_number: column("smallint unsigned", "internal", "Instalment that it settles; empty if unscheduled"),
        received_at: column("datetime(6)", "internal", "When the money arrived, UTC"),
        amount: column("decimal(12,2)", "confidential", "Amount received"),
        payer_iban: column("varchar(34)", "restricted", "Account that paid"),
        channel: column("varchar(20)", "internal", "Way of payment, for example `direct_debit`"),
      },
    },
  ],
} satisfies Partial<ClusterSource>);
