import type { SavedQuery } from "../../model/landscape/types";

/** Questions that people ask about loans and deposits together. Times are UTC, as in the lake. */
export const queries: readonly SavedQuery[] = [
  {
    name: "exposure_per_client",
    question: "What do clients owe us, and what do they hold with us, in each currency?",
    tables: {
      l: "loans.loan",
      p: "loans.instalment",
      d: "deposits.disposition",
      a: "deposits.account",
    },
    parameters: [{ meaning: "Least net exposure that is of interest, in the currency of the loan", example: "10000" }],
    sql: `
WITH unpaid AS (
  SELECT {p.loan_id} AS loan_id, sum({p.principal}) AS amount
  FROM {p}
  WHERE NOT {p.is_paid}
  GROUP BY {p.loan_id}
),
owed AS (
  SELECT {l.client_id} AS client_id, {l.currency} AS currency, sum(unpaid.amount) AS amount
  FROM {l}
  JOIN unpaid ON unpaid.loan_id = {l.loan_id}
  WHERE {l.status} IN ('running', 'in_arrears', 'defaulted')
  GROUP BY {l.client_id}, {l.currency}
),
held AS (
  SELECT {d.client_id} AS client_id, {a.currency} AS currency, sum({a.balance}) AS amount
  FROM {d}
  JOIN {a} ON {a.account_id} = {d.account_id}
  WHERE {d.kind} = 'owner'
  GROUP BY {d.client_id}, {a.currency}
)
SELECT
  owed.client_id AS client_id,
  owed.currency AS currency,
  owed.amount AS outstanding_loans,
  coalesce(held.amount, 0) AS deposits,
  owed.amount - coalesce(held.amount, 0) AS net_exposure
FROM owed
LEFT JOIN held ON held.client_id = owed.client_id AND held.currency = owed.currency
WHERE owed.amount - coalesce(held.amount, 0) >= ?
ORDER BY net_exposure DESC`,
  },
  {
    name: "delinquency_today",
    question: "Which loans have instalments that are overdue today, how late, and could the account have paid them?",
    tables: { l: "loans.loan", p: "loans.instalment", a: "deposits.account" },
    parameters: [{ meaning: "Least number of days that an instalment is overdue", example: "30" }],
    sql: `
SELECT
  {l.loan_id} AS loan_id,
  {l.client_id} AS client_id,
  {l.currency} AS currency,
  count(*) AS overdue_instalments,
  sum({p.principal} + {p.interest}) AS overdue_amount,
  max(date_diff('day', {p.due_on}, current_date)) AS days_overdue,
  max({a.balance}) AS account_balance
FROM {l}
JOIN {p} ON {p.loan_id} = {l.loan_id}
LEFT JOIN {a} ON {a.account_id} = {l.account_id}
WHERE NOT {p.is_paid}
  AND {l.status} IN ('running', 'in_arrears')
  AND date_diff('day', {p.due_on}, current_date) >= ?
GROUP BY {l.loan_id}, {l.client_id}, {l.currency}
ORDER BY days_overdue DESC, overdue_amount DESC`,
  },
  {
    name: "large_movements_last_hour",
    question: "Which large amounts moved in the last hour, and does the account pay for a loan?",
    tables: { t: "deposits.transaction", a: "deposits.account", l: "loans.loan" },
    parameters: [{ meaning: "Least amount that counts as large, in the currency of the account", example: "50000" }],
    sql: `
SELECT
  {t.transaction_id} AS transaction_id,
  {t.booked_at} AS booked_at,
  {t.account_id} AS account_id,
  {t.direction} AS direction,
  {t.operation} AS operation,
  {t.amount} AS amount,
  {a.currency} AS currency,
  {t.balance_after} AS balance_after,
  EXISTS (
    SELECT 1
    FROM {l}
    WHERE {l.account_id} = {t.account_id} AND {l.status} IN ('running', 'in_arrears')
  ) AS pays_for_a_loan
FROM {t}
JOIN {a} ON {a.account_id} = {t.account_id}
WHERE {t.booked_at} >= current_timestamp - INTERVAL '1' HOUR
  AND {t.amount} >= ?
ORDER BY {t.amount} DESC`,
  },
  {
    name: "liquidity_by_district",
    question: "How much money lies in each district's accounts, and how many running loans are paid from them?",
    tables: { a: "deposits.account", r: "deposits.district", l: "loans.loan" },
    parameters: [],
    sql: `
WITH running AS (
  SELECT {l.account_id} AS account_id, count(*) AS loans
  FROM {l}
  WHERE {l.status} = 'running'
  GROUP BY {l.account_id}
)
SELECT
  {r.region} AS region,
  {r.name} AS district,
  {a.currency} AS currency,
  count(*) AS accounts,
  sum({a.balance}) AS balance,
  sum(coalesce({a.overdraft_limit}, 0)) AS agreed_overdrafts,
  sum(coalesce(running.loans, 0)) AS running_loans
FROM {a}
JOIN {r} ON {r.district_id} = {a.district_id}
LEFT JOIN running ON running.account_id = {a.account_id}
GROUP BY {r.region}, {r.name}, {a.currency}
ORDER BY region, district, currency`,
  },
];
