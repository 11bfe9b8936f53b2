import { quoted } from "../../model/sql/identifiers";
import type { BankTable } from "./types";

/** Catalog that the source systems are attached as. */
export const CATALOG = "bank";

/** Schema that holds a table's current rows. */
export const currentSchema = ({ system, schema }: BankTable): string =>
  system === undefined ? schema : `${system}.${schema}`;

/** Schema that holds a table's log. */
export const logSchema = (table: BankTable): string => `${currentSchema(table)}_log`;

/** Current rows of a table. */
export const currentOf = (table: BankTable): string =>
  `${CATALOG}.${quoted(currentSchema(table))}.${quoted(table.name)}`;

/** Log of a table. */
export const logOf = (table: BankTable): string => `${CATALOG}.${quoted(logSchema(table))}.${quoted(table.name)}`;
