import { COREBANK, LENDING } from "../../../examples/sample-bank";
import { BankSystems } from "../../../local/source-systems";
import { declaredRules, problemsOf } from "../../../local/source-systems/checks";
import { engine } from "./support/engine";
import { sample } from "./support/samples";

/** A row that is broken by hand, and the problem that must be named for it. */
const BROKEN: readonly (readonly [string, string])[] = [
  [
    "UPDATE bank.core.account SET balance = balance + 0.01 WHERE account_id = 3",
    "balance is not the sum of its bookings",
  ],
  [
    'DELETE FROM bank.core."transaction" WHERE account_id = 3',
    "balance is not the sum of its bookings: 1 rows, for example 3",
  ],
  ['UPDATE bank.core."transaction" SET balance_after = 0.07 WHERE transaction_id = 9', "account's bookings so far"],
  ["UPDATE bank.core.\"transaction\" SET direction = 'both' WHERE transaction_id = 9", "direction unknown"],
  ['UPDATE bank.core."transaction" SET amount = -1 WHERE transaction_id = 9', "amount is negative"],
  [
    "UPDATE bank.lending.instalment SET principal = principal + 0.01 WHERE loan_id = 1 AND number = 1",
    "do not repay its amount",
  ],
  ["DELETE FROM bank.lending.instalment WHERE loan_id = 1 AND number = 2", "not one a month: 1 rows, for example 1"],
  [
    "UPDATE bank.lending.instalment SET is_paid = NOT is_paid WHERE loan_id = 2 AND number = 1",
    "otherwise than its payments say",
  ],
  [
    "UPDATE bank.lending.payment SET amount = amount + 0.01 WHERE loan_id = 2 AND instalment_number = 1",
    "otherwise than its payments say: 1 rows, for example 2/1",
  ],
  ["UPDATE bank.lending.loan SET status = 'paid' WHERE loan_id = 2", "marked as paid otherwise"],
  ["UPDATE bank.lending.loan SET account_id = 2 WHERE loan_id = 2", "is not what was paid out"],
  [
    "UPDATE bank.core.\"transaction\" SET purpose = 'gift' WHERE purpose = 'loan' AND account_id = 1",
    "is not what the loan system received",
  ],
  ["UPDATE bank.lending.payment SET payer_iban = 'CZ00' WHERE payment_id = 1", "an account that does not exist"],
  ["UPDATE bank.core.client SET district_id = 99 WHERE client_id = 1", "core.client names a district that"],
  ["UPDATE bank.core.account SET district_id = 99 WHERE account_id = 1", "core.account names a district that"],
  ["UPDATE bank.core.disposition SET client_id = 0 WHERE disposition_id = 1", "core.disposition names a client that"],
  ["UPDATE bank.core.disposition SET account_id = 0 WHERE disposition_id = 1", "core.disposition names a account that"],
  ["UPDATE bank.core.card SET disposition_id = 0 WHERE card_id = 1", "core.card names a disposition that"],
  ["UPDATE bank.core.standing_order SET account_id = 0 WHERE order_id = 1", "core.standing_order names a account that"],
  [
    'UPDATE bank.core."transaction" SET account_id = 0 WHERE transaction_id = 1',
    "core.transaction names a account that",
  ],
  ["DELETE FROM bank.core.client WHERE client_id = 1", "lending.borrower names a client that"],
  ["DELETE FROM bank.lending.borrower WHERE client_id = 1", "lending.loan names a borrower that"],
  ["UPDATE bank.lending.loan SET account_id = 0 WHERE loan_id = 1", "lending.loan names a account that"],
  ["UPDATE bank.lending.instalment SET loan_id = 0 WHERE loan_id = 1", "lending.instalment names a loan that"],
  ["UPDATE bank.lending.collateral SET loan_id = 0 WHERE collateral_id = 1", "lending.collateral names a loan that"],
  ["UPDATE bank.lending.payment SET loan_id = 0 WHERE payment_id = 1", "lending.payment names a loan that"],
  [
    "UPDATE bank.lending.payment SET instalment_number = 400 WHERE payment_id = 1",
    "lending.payment names a instalment that",
  ],
  ["UPDATE bank.lending.borrower SET national_id = 'x' WHERE client_id = 1", "another national identity number"],
  ["UPDATE bank.lending.loan SET currency = 'XXX' WHERE loan_id = 1", "another currency"],
  [
    "UPDATE bank.core.client SET gender = 'FM' WHERE client_id = 1",
    "core.client.gender does not fit char(1): 1 rows, for example 1",
  ],
  [
    "UPDATE bank.lending.borrower SET employment = 'boss' WHERE client_id = 1",
    "lending.borrower.employment does not fit enum(",
  ],
  [
    "INSERT INTO bank.lending.instalment FROM bank.lending.instalment WHERE loan_id = 1 AND number = 1",
    "lending.instalment has a key twice: 1 rows, for example 1/1",
  ],
];

describe("the checks of the data", () => {
  let systems: BankSystems;

  beforeAll(async () => {
    const bank = sample({ changes: 400 });
    systems = await BankSystems.open(await engine(), bank.databases, { rules: bank.rules });
    await systems.applyOpening(bank.opening());
    await systems.apply(bank.changes());
  });

  it("find nothing in a sample bank", async () => {
    expect(await systems.checks()).toEqual([]);
  });

  it("name each problem at once", async () => {
    await systems.connection.run("BEGIN TRANSACTION");
    const broken = ["account SET balance = 0 WHERE account_id = 3", "client SET gender = 'FM' WHERE client_id = 1"];
    for (const statement of broken) await systems.connection.run(`UPDATE bank.core.${statement}`);
    const problems = await systems.checks();
    await systems.connection.run("ROLLBACK");
    expect(problems).toEqual([
      expect.stringContaining("core.client.gender does not fit char(1)"),
      expect.stringContaining("balance is not the sum of its bookings"),
    ]);
  });

  it.each(BROKEN)("%s", async (statement, problem) => {
    await systems.connection.run("BEGIN TRANSACTION");
    await systems.connection.run(statement);
    const [rule] = problem.split(":");
    const rules = [...declaredRules([...LENDING.tables, ...COREBANK.tables]), ...sample().rules].filter((one) =>
      one.problem.includes(rule ?? problem),
    );
    const problems = await problemsOf(systems.connection, rules);
    await systems.connection.run("ROLLBACK");
    expect(problems).toContainEqual(expect.stringContaining(problem));
  });
});
