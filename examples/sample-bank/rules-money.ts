/** Money adds up: within each system and between the two. */
import type { Rule } from "../../local/source-systems/rule";
import { currentOf } from "../../local/source-systems/sql";
import { ACCOUNT, TRANSACTION } from "./schema-corebank";
import { INSTALMENT, LOAN, PAYMENT } from "./schema-lending";

const [account, transaction] = [currentOf(ACCOUNT), currentOf(TRANSACTION)];
const [loan, instalment, payment] = [currentOf(LOAN), currentOf(INSTALMENT), currentOf(PAYMENT)];

/** A booking's effect on the balance. */
const SIGNED = "CASE direction WHEN 'credit' THEN amount ELSE -amount END";

/** What both systems know of an account's loans, summed: the loan system's side and the deposit system's. */
const agree = (ofLoans: string, ofBookings: string): string => `
  SELECT CAST(account_id AS VARCHAR) AS what
  FROM (${ofLoans}) FULL JOIN (${ofBookings}) USING (account_id)
  WHERE coalesce(lent, 0) <> coalesce(booked, 0)`;

export const MONEY_RULES: readonly Rule[] = [
  {
    problem: "an account's balance is not the sum of its bookings",
    offenders: `SELECT CAST(account_id AS VARCHAR) AS what FROM ${account} a
      LEFT JOIN (SELECT account_id, sum(${SIGNED}) AS booked FROM ${transaction} GROUP BY ALL) USING (account_id)
      WHERE a.balance <> coalesce(booked, 0)`,
  },
  {
    problem: "a booking's balance is not the sum of the account's bookings so far",
    offenders: `SELECT CAST(transaction_id AS VARCHAR) AS what FROM ${transaction}
      QUALIFY balance_after <> sum(${SIGNED}) OVER (PARTITION BY account_id ORDER BY transaction_id)`,
  },
  {
    problem: "a booking's amount is negative or its direction unknown",
    offenders: `SELECT CAST(transaction_id AS VARCHAR) AS what FROM ${transaction}
      WHERE amount < 0 OR direction NOT IN ('credit', 'debit')`,
  },
  {
    problem: "a loan's instalments do not repay its amount, or are not one a month",
    offenders: `SELECT CAST(loan_id AS VARCHAR) AS what FROM ${loan} l LEFT JOIN (
        SELECT loan_id, sum(principal) AS repaid, count(*) AS count, min(number) AS first, max(number) AS last
        FROM ${instalment} GROUP BY ALL
      ) USING (loan_id)
      WHERE (l.amount, l.duration_months, 1, l.duration_months) IS DISTINCT FROM (repaid, count, first, last)`,
  },
  {
    problem: "an instalment is marked otherwise than its payments say",
    offenders: `SELECT concat_ws('/', i.loan_id, i.number) AS what FROM ${instalment} i LEFT JOIN (
        SELECT loan_id, instalment_number, sum(amount) AS paid FROM ${payment} GROUP BY ALL
      ) p ON p.loan_id = i.loan_id AND p.instalment_number = i.number
      WHERE coalesce(paid, 0) <> CASE WHEN is_paid THEN principal + interest ELSE 0 END`,
  },
  {
    problem: "a loan is marked as paid otherwise than its instalments say",
    offenders: `SELECT CAST(loan_id AS VARCHAR) AS what FROM ${loan} l
      JOIN (SELECT loan_id, bool_and(is_paid) AS is_paid FROM ${instalment} GROUP BY ALL) USING (loan_id)
      WHERE (l.status = 'paid') <> is_paid`,
  },
  {
    problem: "what was lent to an account is not what was paid out to it",
    offenders: agree(
      `SELECT account_id, sum(amount) AS lent FROM ${loan} GROUP BY ALL`,
      `SELECT account_id, sum(${SIGNED}) AS booked FROM ${transaction} WHERE purpose = 'loan_payout' GROUP BY ALL`,
    ),
  },
  {
    problem: "what an account repaid is not what the loan system received from it",
    offenders: agree(
      `SELECT account_id, sum(p.amount) AS lent FROM ${payment} p JOIN ${account} a ON a.iban = p.payer_iban GROUP BY ALL`,
      `SELECT account_id, -sum(${SIGNED}) AS booked FROM ${transaction} WHERE purpose = 'loan' GROUP BY ALL`,
    ),
  },
  {
    problem: "a payment comes from an account that does not exist",
    offenders: `SELECT CAST(payment_id AS VARCHAR) AS what FROM ${payment}
      WHERE payer_iban NOT IN (SELECT iban FROM ${account})`,
  },
];
