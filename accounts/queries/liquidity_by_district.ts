import type { SavedQuery } from "../../model/landscape/types";

export const liquidityByDistrict: SavedQuery = {
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
};
