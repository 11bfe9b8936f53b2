/** The tests' landscape in figures that tests share, written by hand. */
export const ORGANIZATION_ID = "o-exampleorg1";
export const GOVERNANCE = "111122223333";
export const LENDING = "222233334444";
export const DEPOSITS = "333344445555";
export const RISK = "444455556666";
export const FINANCE = "555566667777";

/** Account id by the account part of a stack id. */
export const ACCOUNT_IDS: Readonly<Record<string, string>> = {
  governance: GOVERNANCE,
  lending: LENDING,
  deposits: DEPOSITS,
  risk: RISK,
  finance: FINANCE,
};

/** Account part of a stack id. */
export const accountPart = (stackId: string): string => stackId.split("-")[1] ?? "";

/** Both sources and where they come from. */
export const SOURCES = [
  { source: "loans", producer: "lending", producerId: LENDING, prefix: "lending/loans/g1" },
  { source: "deposits", producer: "deposits", producerId: DEPOSITS, prefix: "deposits/deposits/g1" },
] as const;

export const STACK_IDS = [
  "prod-deposits-bootstrap",
  "prod-deposits-credentials",
  "prod-deposits-monitoring",
  "prod-deposits-network",
  "prod-deposits-readiness-deposits",
  "prod-deposits-reconciliation-deposits",
  "prod-deposits-replication-deposits",
  "prod-deposits-source-deposits",
  "prod-finance-analytics",
  "prod-finance-bootstrap",
  "prod-governance-access-finance",
  "prod-governance-access-risk",
  "prod-governance-bootstrap",
  "prod-governance-catalog-deposits",
  "prod-governance-catalog-loans",
  "prod-governance-curation-deposits",
  "prod-governance-curation-loans",
  "prod-governance-lake",
  "prod-governance-reconciliation-deposits",
  "prod-governance-reconciliation-loans",
  "prod-governance-storage-deposits",
  "prod-governance-storage-loans",
  "prod-governance-trail",
  "prod-lending-bootstrap",
  "prod-lending-credentials",
  "prod-lending-monitoring",
  "prod-lending-network",
  "prod-lending-readiness-loans",
  "prod-lending-reconciliation-loans",
  "prod-lending-replication-loans",
  "prod-lending-source-loans",
  "prod-risk-analytics",
  "prod-risk-bootstrap",
];
