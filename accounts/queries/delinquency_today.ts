import type { SavedQuery } from "../../model/landscape/types";

export const delinquencyToday: SavedQuery = {
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
};
