/** Mistakes that are planted in generated JSON before it is deployed, and the step that must find each. */
import type { Step } from "../rows/steps";

/** A mistake in one stack. */
export interface Plant {
  readonly name: string;
  /** What the stack's id says after the environment: `lending-replication-loans`. */
  readonly stack: string;
  /** Makes the mistake in the text of the stack's JSON. */
  readonly edit: (json: string) => string;
  readonly found: Step;
}

/** Replaces the first occurrence; a mistake that changes nothing would prove nothing. */
function replaced(text: string, what: RegExp | string, by: string): string {
  const found = typeof what === "string" ? what : what.exec(text)?.[0];
  if (found === undefined || !text.includes(found)) throw new Error(`the stack does not say ${String(what)}`);
  return text.replace(found, () => by);
}

/** Replaces all occurrences. */
function everywhere(text: string, what: string, by: string): string {
  if (!text.includes(what)) throw new Error(`the stack does not say ${what}`);
  return text.replaceAll(what, () => by);
}

/** A rule of a mapping, as it stands in a string within JSON. */
const escaped = (rule: Readonly<Record<string, unknown>>): string => JSON.stringify(JSON.stringify(rule)).slice(1, -1);

const DROPS_A_COLUMN = {
  "rule-type": "transformation",
  "rule-id": "900",
  "rule-name": "remove lending.loan.amount",
  "rule-action": "remove-column",
  "rule-target": "column",
  "object-locator": { "schema-name": "lending", "table-name": "loan", "column-name": "amount" },
};

/** The mistakes, on the stacks of the example bank. */
export const PLANTS: readonly Plant[] = [
  {
    name: "a mapping rule that drops a column",
    stack: "lending-replication-loans",
    edit: (json) => replaced(json, '{\\"rules\\":[', `{\\"rules\\":[${escaped(DROPS_A_COLUMN)},`),
    found: "catalog",
  },
  {
    name: "a mapping rule that no longer removes a forbidden column",
    stack: "deposits-replication-deposits",
    edit: (json) => replaced(json, '\\"column-name\\":\\"national[_]id\\"', '\\"column-name\\":\\"nationalid\\"'),
    found: "catalog",
  },
  {
    name: "a location template with the wrong separator",
    stack: "governance-catalog-loans",
    edit: (json) =>
      replaced(json, "/lending/loan/$${dms_commit_date}/", "/lending/loan/dms_commit_date=$${dms_commit_date}/"),
    found: "catalog",
  },
  {
    name: "a partition format that differs from the folders' names",
    stack: "governance-catalog-deposits",
    edit: (json) =>
      replaced(
        json,
        '"projection.dms_commit_date.format": "yyyy-MM-dd"',
        '"projection.dms_commit_date.format": "yyyyMMdd"',
      ),
    found: "catalog",
  },
  {
    name: "a folder that the catalog does not know",
    stack: "lending-replication-loans",
    edit: (json) => replaced(json, '"bucket_folder": "lending/loans/g1"', '"bucket_folder": "lending/loan/g1"'),
    found: "catalog",
  },
  {
    name: "a merge that orders by timestamp only",
    stack: "governance-curation-loans",
    edit: (json) => everywhere(json, ', \\"_order\\" DESC', ""),
    found: "rows",
  },
  {
    name: "a merge that forgets deletions",
    stack: "governance-curation-loans",
    edit: (json) => everywhere(json, String.raw`WHEN MATCHED AND s.\"op\" = 'D' THEN DELETE\n`, ""),
    found: "rows",
  },
  {
    name: "a merge that finds rows by another column",
    stack: "governance-curation-loans",
    edit: (json) =>
      everywhere(
        json,
        'ON t.\\"loan_id\\" = s.\\"loan_id\\"\\nWHEN',
        'ON t.\\"client_id\\" = s.\\"client_id\\"\\nWHEN',
      ),
    found: "rows",
  },
  {
    name: "a state machine that does not remember how far it came",
    stack: "governance-curation-loans",
    edit: (json) => everywhere(json, '\\"Next\\":\\"Remember merged\\"', '\\"Next\\":\\"Report merged\\"'),
    found: "merge",
  },
  {
    name: "a schedule that is disabled",
    stack: "governance-curation-deposits",
    edit: (json) =>
      replaced(json, '"schedule_expression": "rate(', '"state": "DISABLED", "schedule_expression": "rate('),
    found: "merge",
  },
  {
    name: "a bucket that is expected to be another account's",
    stack: "lending-replication-loans",
    edit: (json) => replaced(json, /"expected_bucket_owner": "\d+"/, '"expected_bucket_owner": "222233334444"'),
    found: "replication",
  },
  {
    name: "a saved query that names no column",
    stack: "risk-analytics",
    edit: (json) => everywhere(json, '\\"due_on\\"', '\\"due_at\\"'),
    found: "questions",
  },
  {
    name: "a grant too many",
    stack: "governance-access-finance",
    edit: (json) => replaced(json, /"public",\s+"internal"/, '"public", "internal", "confidential"'),
    found: "readers",
  },
  {
    name: "a row filter that is gone",
    stack: "governance-access-finance",
    edit: (json) => replaced(json, /"filter_expression": "district_id[^"]*"/, '"filter_expression": "district_id > 0"'),
    found: "readers",
  },
];
