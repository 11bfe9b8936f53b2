import { first } from "../sample";
import { byTables, type Refusal, RISK, share } from "./case";

/** Shares that would surprise somebody. */
export const REFUSED_SHARES: readonly Refusal[] = [
  {
    title: "a domain that nobody has",
    change: ({ team }) => {
      first(team.shares).domain = "loan";
    },
    file: RISK,
    path: "teams[risk-analysts].shares[loan].domain",
    found: '"loan"',
    remedy: "write a domain that a source belongs to: `deposits`, `loans`; did you mean `loans`?",
  },
  share(
    "a domain that matches nothing",
    (loans) => {
      loans.upTo = "public";
    },
    "upTo",
    '"public"',
    "write at least `internal`, or remove the share: it opens no column of the domain",
  ),
  share(
    "a table that the domain does not have",
    (loans) => byTables(loans, "loans"),
    "tables[loans]",
    '"loans"',
    "write a table of the domain loans: `loan`, `payment`; did you mean `loan`?",
  ),
  share(
    "a table twice",
    (loans) => byTables(loans, "loan", "loan"),
    "tables[loan]",
    '"loan"',
    "remove it: the share has this table already",
  ),
  share(
    "no table at all",
    (loans) => byTables(loans),
    "tables",
    "[]",
    "write at least one table, or leave it out for the whole domain",
  ),
  share(
    "a table of which nothing would be opened",
    (loans) => {
      byTables(loans, "loan");
      loans.upTo = "public";
    },
    "tables[loan]",
    '"loan"',
    "remove it, or raise `upTo`: no column of the table is public",
  ),
  share(
    "a restricted share whose owner has not said what it opens",
    (loans) => {
      loans.upTo = "restricted";
    },
    "covers",
    "nothing",
    'write what a restricted share opens, after its owner has read it: `covers: { loan: ["amount"], payment: ["amount"] }`',
  ),
  share(
    "a table that the purpose does not name",
    (loans) => {
      loans.covers = { loan: ["amount"] };
    },
    "covers",
    '["loan"]',
    'add `payment: ["amount"]` after the owner has agreed, or list `tables`: the share opens more than its purpose names',
  ),
  share(
    "a table that is named but not opened",
    (loans) => {
      loans.covers = { loan: ["amount"], payment: ["amount"], rate: [] };
    },
    "covers.rate",
    "[]",
    "remove `rate`: the share does not open it",
  ),
  share(
    "a column whose classification is raised while the share still opens it",
    (loans, { loan }) => {
      loans.covers = { loan: ["amount"], payment: ["amount"] };
      loan.columns["loan_id"] = { type: "bigint", classification: "confidential", description: "Loan" };
    },
    "covers.loan",
    '["amount"]',
    "add `loan_id` after the owner has agreed, or lower `upTo`: classified above internal, and the share opens it",
  ),
  share(
    "a column whose classification is raised out of the share's reach",
    (loans, { loan }) => {
      loans.covers = { loan: ["amount"], payment: ["amount"] };
      loan.columns["amount"] = { type: "decimal(12,2)", classification: "restricted", description: "Amount" };
    },
    "covers.loan",
    '["amount"]',
    "remove `amount`, or raise `upTo`: not a column above internal that the share opens",
  ),
  share(
    "a new column above internal",
    (loans, { loan }) => {
      loans.covers = { loan: ["amount"], payment: ["amount"] };
      loan.columns["margin"] = { type: "decimal(6,4)", classification: "confidential", description: "Margin" };
    },
    "covers.loan",
    '["amount"]',
    "add `margin` after the owner has agreed, or lower `upTo`: classified above internal, and the share opens it",
  ),
  share(
    "an expired share",
    (loans) => {
      loans.until = "2026-11-21";
    },
    "until",
    '"2026-11-21"',
    "remove the share, or write a later day if its owner still needs it: it ended before 2026-11-22",
  ),
  share(
    "a last day that does not exist",
    (loans) => {
      loans.until = "2027-02-30";
    },
    "until",
    '"2027-02-30"',
    "write a day that exists, for example `2027-06-30`",
  ),
  share(
    "a last day in another form",
    (loans) => {
      loans.until = "30.6.2027";
    },
    "until",
    '"30.6.2027"',
    "write the last day of the share, for example `2027-06-30`",
  ),
  share(
    "no purpose",
    (loans) => {
      loans.purpose = " ";
    },
    "purpose",
    '" "',
    "write why the team needs the data",
  ),
  share(
    "an owner whom nobody can ask",
    (loans) => {
      loans.owner = "head of risk";
    },
    "owner",
    '"head of risk"',
    "write the e-mail address of who answers for the share",
  ),
  share(
    "a layer that the lake does not have",
    (loans) => {
      Reflect.set(loans, "layer", "gold");
    },
    "layer",
    '"gold"',
    "write one of `raw`, `curated`",
  ),
  share(
    "a raw share that claims to hide columns",
    (loans) => {
      loans.layer = "raw";
      loans.until = "2027-06-30";
    },
    "upTo",
    '"confidential"',
    "write `restricted`, or leave `layer` out: the raw layer shows every column that reaches the lake",
  ),
  share(
    "a raw share for ever",
    (loans) => {
      loans.layer = "raw";
      loans.upTo = "restricted";
    },
    "until",
    "nothing",
    "write the last day of the share, for example `2027-06-30`: the raw layer is opened for a while only",
  ),
  share(
    "a raw share with a row rule",
    (loans) => {
      Object.assign(loans, { layer: "raw", upTo: "restricted", until: "2027-06-30" });
      loans.rows = { column: "loan_id", values: [1] };
    },
    "rows",
    '{"column":"loan_id","values":[1]}',
    "remove it, or leave `layer` out: rows can be limited in the curated layer only",
  ),
  share(
    "a domain twice",
    (loans, { team }) => team.shares.push({ ...loans }),
    "domain",
    '"loans"',
    "remove one of the two shares: the team has one of this domain already",
  ),
  share(
    "a table of two shares",
    (loans, { team }) => {
      byTables(loans, "loan");
      team.shares.push({ ...loans, tables: ["payment", "loan"] });
    },
    "tables",
    '["payment","loan"]',
    "take out `loan`: an earlier share of the team opens it already",
  ),
  share(
    "a table beside its whole domain",
    (loans, { team }) => team.shares.push({ ...loans, tables: ["loan"] }),
    "tables",
    '["loan"]',
    "take out `loan`: an earlier share of the team opens it already",
  ),
];
