import type { BankDatabase } from "../../local/source-systems/types";
import { table } from "./table";

/** Database of the loan system. */
const LENDING_SCHEMA = "lending";

export const BORROWER = table(LENDING_SCHEMA, "borrower", ["client_id"], {
  client_id: "bigint",
  national_id: "varchar(11)",
  employment: "enum('employed','self-employed','retired','none')",
  monthly_income: "decimal(12,2) null",
  credit_score: "smallint unsigned null",
  since: "date",
  updated_at: "timestamp(6)",
});

export const LOAN = table(LENDING_SCHEMA, "loan", ["loan_id"], {
  loan_id: "bigint",
  client_id: "bigint",
  account_id: "bigint",
  granted_on: "date",
  amount: "decimal(12,2)",
  currency: "char(3)",
  duration_months: "smallint unsigned",
  interest_rate: "decimal(6,4)",
  status: "enum('running','in_arrears','paid','defaulted')",
  updated_at: "timestamp(6)",
});

export const INSTALMENT = table(LENDING_SCHEMA, "instalment", ["loan_id", "number"], {
  loan_id: "bigint",
  number: "smallint unsigned",
  due_on: "date",
  principal: "decimal(12,2)",
  interest: "decimal(12,2)",
  is_paid: "bit(1)",
});

export const COLLATERAL = table(LENDING_SCHEMA, "collateral", ["collateral_id"], {
  collateral_id: "bigint",
  loan_id: "bigint",
  kind: "enum('real_estate','vehicle','securities','guarantee')",
  appraised_value: "decimal(14,2) null",
  appraised_on: "date null",
  address: "varchar(200) null",
});

export const PAYMENT = table(LENDING_SCHEMA, "payment", ["payment_id"], {
  payment_id: "bigint",
  loan_id: "bigint",
  instalment_number: "smallint unsigned null",
  received_at: "datetime(6)",
  amount: "decimal(12,2)",
  payer_iban: "varchar(34) null",
  channel: "varchar(20)",
});

/** The loan system's own diary: of no use to anybody else, so nobody replicates it. */
export const APP_LOG = table(LENDING_SCHEMA, "app_log", ["log_id"], {
  log_id: "bigint",
  logged_at: "datetime(6)",
  level: "varchar(10)",
  message: "text null",
});

/** The loan system, on MySQL. */
export const LENDING: BankDatabase = {
  engine: "mysql",
  database: LENDING_SCHEMA,
  tables: [BORROWER, LOAN, INSTALMENT, COLLATERAL, PAYMENT, APP_LOG],
};
