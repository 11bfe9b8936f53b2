import type { SavedQuery } from "../../model/landscape/types";

export const largeMovementsLastHour: SavedQuery = {
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
};
