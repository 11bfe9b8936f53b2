import type { BankDatabase } from "../../local/source-systems/types";
import { table } from "./table";

/** Schema of the deposit system within its database. */
const CORE_SCHEMA = "core";

export const DISTRICT = table(CORE_SCHEMA, "district", ["district_id"], {
  district_id: "integer",
  name: "varchar(60)",
  region: "varchar(60)",
  inhabitants: "integer null",
  average_salary: "numeric(10,2) null",
  unemployment_rate: "numeric(5,2) null",
});

export const CLIENT = table(CORE_SCHEMA, "client", ["client_id"], {
  client_id: "bigint",
  national_id: "varchar(11)",
  full_name: "varchar(120)",
  birth_date: "date",
  gender: "char(1) null",
  district_id: "integer",
  updated_at: "timestamptz",
});

export const ACCOUNT = table(CORE_SCHEMA, "account", ["account_id"], {
  account_id: "bigint",
  iban: "varchar(34)",
  district_id: "integer",
  opened_on: "date",
  statements: "varchar(20)",
  balance: "numeric(14,2)",
  overdraft_limit: "numeric(12,2) null",
  currency: "char(3)",
  updated_at: "timestamptz",
});

export const DISPOSITION = table(CORE_SCHEMA, "disposition", ["disposition_id"], {
  disposition_id: "bigint",
  client_id: "bigint",
  account_id: "bigint",
  kind: "varchar(10)",
});

export const CARD = table(CORE_SCHEMA, "card", ["card_id"], {
  card_id: "bigint",
  disposition_id: "bigint",
  card_number: "varchar(19)",
  kind: "varchar(10)",
  issued_at: "timestamptz",
  is_blocked: "boolean",
});

export const STANDING_ORDER = table(CORE_SCHEMA, "standing_order", ["order_id"], {
  order_id: "bigint",
  account_id: "bigint",
  payee_bank: "varchar(11) null",
  payee_iban: "varchar(34)",
  amount: "numeric(12,2)",
  purpose: "varchar(20) null",
});

export const TRANSACTION = table(CORE_SCHEMA, "transaction", ["transaction_id"], {
  transaction_id: "bigint",
  account_id: "bigint",
  booked_at: "timestamptz",
  direction: "varchar(10)",
  operation: "varchar(30)",
  amount: "numeric(12,2)",
  balance_after: "numeric(14,2)",
  purpose: "varchar(20) null",
  partner_bank: "varchar(11) null",
  partner_iban: "varchar(34) null",
});

/** What clerks note about clients: personal, and nobody replicates it. */
export const AUDIT_NOTE = table(CORE_SCHEMA, "audit_note", ["note_id"], {
  note_id: "bigint",
  client_id: "bigint",
  noted_at: "timestamptz",
  note: "text",
});

/** The deposit system, on PostgreSQL. */
export const COREBANK: BankDatabase = {
  engine: "postgresql",
  database: "corebank",
  tables: [DISTRICT, CLIENT, ACCOUNT, DISPOSITION, CARD, STANDING_ORDER, TRANSACTION, AUDIT_NOTE],
};
