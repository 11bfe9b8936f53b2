import type { BankColumn, BankDatabase, BankTable } from "../../../local/source-systems/types";

const column = (name: string, type: string, nullable = true): BankColumn => ({ name, type, nullable });

export const LOAN: BankTable = {
  schema: "lending",
  name: "Loan",
  primaryKey: ["loan_id"],
  columns: [
    column("loan_id", "bigint", false),
    column("National_Id", "varchar(11)"),
    column("Amount", "decimal(12,2)"),
    column("months", "smallint unsigned"),
    column("status", "enum('running','paid')"),
    column("granted_on", "date"),
    column("updated_at", "timestamp(6)"),
  ],
};

export const APP_LOG: BankTable = {
  schema: "lending",
  name: "app_log",
  primaryKey: ["id"],
  columns: [column("id", "bigint", false), column("line", "varchar(200)")],
};

export const LENDING: BankDatabase = { engine: "mysql", database: "lending", tables: [LOAN, APP_LOG] };

export const CLIENT: BankTable = {
  schema: "core",
  name: "client",
  primaryKey: ["client_id"],
  columns: [
    column("client_id", "bigint", false),
    column("full_name", "varchar(120)"),
    column("is_blocked", "boolean"),
    column("balance", "numeric(14,2)"),
    column("note", "text"),
    column("updated_at", "timestamptz"),
  ],
};

export const COREBANK: BankDatabase = { engine: "postgresql", database: "corebank", tables: [CLIENT] };
