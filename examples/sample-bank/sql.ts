import { quoted } from "../../model/sql/identifiers";
import type { BankTable } from "./types";

/** Catalog that the source systems are attached as. */
export const CATALOG = "bank";

/** Schema that holds the logs of a schema's tables. */
export const logSchema = (schema: string): string => `${schema}_log`;

/** Current rows of a table. */
export const currentOf = ({ schema, name }: BankTable): string => `${CATALOG}.${quoted(schema)}.${quoted(name)}`;

/** Log of a table. */
export const logOf = ({ schema, name }: BankTable): string => `${CATALOG}.${quoted(logSchema(schema))}.${quoted(name)}`;
