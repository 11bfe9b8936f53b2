/** What rows of one table say about rows of another, across both systems too. */

import type { Rule } from "../../local/source-systems/rule";
import { currentOf } from "../../local/source-systems/sql";
import type { BankTable } from "../../local/source-systems/types";
import { quoted } from "../../model/sql/identifiers";
import { ACCOUNT, CARD, CLIENT, DISPOSITION, DISTRICT, STANDING_ORDER, TRANSACTION } from "./schema-corebank";
import { BORROWER, COLLATERAL, INSTALMENT, LOAN, PAYMENT } from "./schema-lending";

/** Columns of a table that name a row of another; a reference with an empty column names nothing. */
function refers(from: BankTable, columns: readonly string[], to: BankTable): Rule {
  const pairs = columns.map((column, index) => [quoted(column), quoted(to.primaryKey[index] ?? "")]);
  const matches = pairs.map(([column, key]) => `it.${key} = source.${column}`).join(" AND ");
  const named = pairs.map(([column]) => `source.${column} IS NOT NULL`).join(" AND ");
  const key = from.primaryKey.map((column) => `source.${quoted(column)}`).join(", ");
  return {
    problem: `${from.schema}.${from.name} names a ${to.name} that does not exist`,
    offenders: `SELECT concat_ws('/', ${key}) AS what FROM ${currentOf(from)} source
      WHERE ${named} AND NOT EXISTS (FROM ${currentOf(to)} it WHERE ${matches})`,
  };
}

/** What a borrower and a client of one number disagree about. */
const SAME_PERSON: Rule = {
  problem: "a borrower has another national identity number than the client",
  offenders: `SELECT CAST(client_id AS VARCHAR) AS what FROM ${currentOf(BORROWER)} b
    JOIN ${currentOf(CLIENT)} c USING (client_id) WHERE b.national_id <> c.national_id`,
};

const SAME_CURRENCY: Rule = {
  problem: "a loan has another currency than its account",
  offenders: `SELECT CAST(loan_id AS VARCHAR) AS what FROM ${currentOf(LOAN)} l
    JOIN ${currentOf(ACCOUNT)} a USING (account_id) WHERE l.currency <> a.currency`,
};

export const REFERENCE_RULES: readonly Rule[] = [
  refers(CLIENT, ["district_id"], DISTRICT),
  refers(ACCOUNT, ["district_id"], DISTRICT),
  refers(DISPOSITION, ["client_id"], CLIENT),
  refers(DISPOSITION, ["account_id"], ACCOUNT),
  refers(CARD, ["disposition_id"], DISPOSITION),
  refers(STANDING_ORDER, ["account_id"], ACCOUNT),
  refers(TRANSACTION, ["account_id"], ACCOUNT),
  refers(BORROWER, ["client_id"], CLIENT),
  refers(LOAN, ["client_id"], BORROWER),
  refers(LOAN, ["account_id"], ACCOUNT),
  refers(INSTALMENT, ["loan_id"], LOAN),
  refers(COLLATERAL, ["loan_id"], LOAN),
  refers(PAYMENT, ["loan_id"], LOAN),
  refers(PAYMENT, ["loan_id", "instalment_number"], INSTALMENT),
  SAME_PERSON,
  SAME_CURRENCY,
];
