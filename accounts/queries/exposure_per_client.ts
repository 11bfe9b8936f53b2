import type { SavedQuery } from "../../model/landscape/types";

export const exposurePerClient: SavedQuery = {
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
};
