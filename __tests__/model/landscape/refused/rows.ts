import { first } from "../sample";
import { expression, type Refusal, RISK, secondConsumer, share, UNIT } from "./case";

/** Row rules that would not do what they say. */
export const REFUSED_ROWS: readonly Refusal[] = [
  share(
    "a column that no table has",
    (loans) => {
      loans.rows = { column: "district", values: [1] };
    },
    "rows",
    '{"column":"district","values":[1]}',
    "write a column of the domain: no table has `district`",
  ),
  share(
    "a column that only some of the tables have",
    (loans, { loan }) => {
      loan.columns["district_id"] = { type: "int", classification: "internal", description: "District" };
      loans.rows = { column: "district_id", values: [1] };
    },
    "rows",
    '{"column":"district_id","values":[1]}',
    "write `tables` that the rule fits, of `loan`: the share opens no `district_id` in `payment`",
  ),
  share(
    "a column that the team may not read",
    (loans) => {
      loans.upTo = "internal";
      loans.rows = { expression: "amount < 100" };
    },
    "rows",
    '{"expression":"amount < 100"}',
    "write `tables` that the rule fits, of `loan`, `payment`: the share opens no `amount` in `loan`, `payment`",
  ),
  share(
    "no value",
    (loans) => {
      loans.rows = { column: "loan_id", values: [] };
    },
    "rows.values",
    "[]",
    "write at least one value",
  ),
  share(
    "more values than a filter holds",
    (loans) => {
      loans.rows = { column: "loan_id", values: Array.from({ length: 400 }, (_, index) => 100_000 + index) };
    },
    "rows.values",
    "[100000,100001,100002,100003,100004,100005,100006,100007,10…",
    "write a range (`BETWEEN`), fewer values, or a column that groups them: the filter has 3213 characters, and Lake Formation takes 2047",
  ),
  share(
    "texts for a number",
    (loans) => {
      loans.tables = ["loan"];
      loans.rows = { column: "loan_id", values: ["1"] };
    },
    "rows.values",
    '["1"]',
    "write numbers: `loan_id` of `loan` is a bigint",
  ),
  share(
    "a number for a text",
    (loans, { loan }) => {
      loan.columns["region"] = { type: "varchar(20)", classification: "internal", description: "Region" };
      loans.tables = ["loan"];
      loans.rows = { expression: "region = 1" };
    },
    "rows.expression",
    '"region = 1"',
    "write texts: `region` of `loan` is a string",
  ),
  share(
    "a column that cannot be compared with a literal",
    (loans, { loan }) => {
      loan.columns["granted_on"] = { type: "date", classification: "internal", description: "Day" };
      loans.tables = ["loan"];
      loans.rows = { expression: "granted_on = '2026-01-01'" };
    },
    "rows.expression",
    "\"granted_on = '2026-01-01'\"",
    "write a column that holds texts, numbers or booleans: `granted_on` of `loan` is a date",
  ),
  share(
    "an object for a value",
    (loans) => {
      loans.rows = { column: "loan_id", values: [] };
      Reflect.set(loans.rows, "values", [{}]);
    },
    "rows.values[0]",
    "{}",
    "write a text, a number, `true` or `false`",
  ),
  share(
    "a rule in no form",
    (loans) => {
      Reflect.set(loans, "rows", "loan_id = 1");
    },
    "rows",
    '"loan_id = 1"',
    "write a row rule: `{ column, values }` or `{ expression }`",
  ),
  expression("loan_id = 1 OR", "a column at the end"),
  expression("loan_id = 1 loan_id = 2", "`AND`, `OR` or nothing before `loan_id`"),
  expression("(loan_id = 1", "`)` at the end"),
  expression("loan_id = amount", "a text in single quotes, a number, TRUE or FALSE where `amount` is"),
  expression("1 = 1", "a column where `1` is"),
  expression("loan_id IN ()", "a text in single quotes, a number, TRUE or FALSE where `)` is"),
  expression("loan_id BETWEEN 1 OR 2", "`AND` where `OR` is"),
  expression("loan_id IS 1", "`NULL` where `1` is"),
  expression("loan_id NOT 1", "a comparison behind `loan_id`, where `1` is"),
  expression("loan_id", "a comparison behind `loan_id`, at the end"),
  expression("loan_id = 1; DROP TABLE loan", "columns, literals and operators only: `; DROP TABLE loan` is none"),
  expression("loan_id = 1 -- all", "columns, literals and operators only: `-- all` is none"),
  expression("loan_id = (SELECT 1)", "a text in single quotes, a number, TRUE or FALSE where `(` is"),
  expression("loan_id = 12345678901234567890", "`12345678901234567000` or a text where `12345678901234567890` is"),
  {
    title: "a row rule that meets a tag grant of another team",
    change: ({ risk, team }) => {
      const loans = { ...first(team.shares), tables: ["loan"], rows: { column: "loan_id", values: [1] } };
      risk.teams.push({ ...team, name: "trainees", shares: [loans] });
    },
    file: RISK,
    path: "teams[trainees].shares[loans].rows",
    found: '{"column":"loan_id","values":[1]}',
    remedy:
      "take `loans.loan` out of one of the two: teams[risk-analysts].shares[loans] of accounts/prod/risk.ts shows the account all rows of it, and grants add up, so the rule would have no effect",
  },
  {
    title: "a row rule that meets the raw layer",
    change: ({ team }) => {
      const loans = first(team.shares);
      team.shares.push({ ...loans, layer: "raw", upTo: "restricted", until: "2027-06-30", tables: ["payment"] });
      loans.rows = { column: "loan_id", values: [1] };
    },
    file: RISK,
    path: "teams[risk-analysts].shares[loans].rows",
    found: '{"column":"loan_id","values":[1]}',
    remedy:
      "take `loans.payment` out of one of the two: teams[risk-analysts].shares[loans] of accounts/prod/risk.ts shows the account all rows of it, and grants add up, so the rule would have no effect",
  },
  {
    title: "a row rule that meets a grant to an organizational unit",
    change: (parts) => {
      parts.risk.grantTo = { organizationalUnit: UNIT };
      secondConsumer(parts, (loans) => {
        loans.tables = ["loan"];
        loans.rows = { column: "loan_id", values: [1] };
      });
      for (const account of parts.environment.consumers.slice(1)) delete account.grantTo;
    },
    file: "accounts/prod/treasury.ts",
    path: "teams[liquidity].shares[loans].rows",
    found: '{"column":"loan_id","values":[1]}',
    remedy:
      "take `loans.loan` out of one of the two: teams[risk-analysts].shares[loans] of accounts/prod/risk.ts shows the account all rows of it, for it grants to an organization or organizational unit that may include it",
  },
];
