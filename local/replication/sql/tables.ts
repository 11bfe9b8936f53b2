import { quoted } from "../../../model/sql/identifiers";
import type { BankTable } from "../../bank/types";

/** Catalog of the source systems. */
const BANK = "bank";

/** Current rows of a table. */
export const currentRows = ({ schema, name }: BankTable): string => [BANK, schema, name].map(quoted).join(".");

/** Log of a table. */
export const logOf = ({ schema, name }: BankTable): string => [BANK, `${schema}_log`, name].map(quoted).join(".");

/** A moment in microseconds, for SQL. */
export const moment = (microseconds: bigint): string => `make_timestamp(${microseconds})`;

export const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
