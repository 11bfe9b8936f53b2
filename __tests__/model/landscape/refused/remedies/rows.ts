import { byTables } from "../case";
import { all, type Remedies, type Remedy, removed, set, share, without } from "./remedy";

const rows = (expression: string): Remedy => set({ rows: { expression } });
const values = (...numbers: readonly number[]): Remedy => set({ rows: { column: "loan_id", values: [...numbers] } });

/** Takes a table out of a share of a consumer's team. */
const keeps =
  (consumer: number, team: number, place: number, ...tables: string[]): Remedy =>
  ({ environment }) => {
    const found = environment.consumers[consumer]?.teams[team]?.shares[place];
    if (found === undefined) throw new Error("no such share");
    byTables(found, ...tables);
  };

export const ROW_REMEDIES: Remedies = {
  "a column that no table has": [values(1)],
  "a column that only some of the tables have": [set({ tables: ["loan"] })],
  "a column that the team may not read": [set({ upTo: "confidential" }), rows("loan_id < 100")],
  "no value": [values(1)],
  "more values than a filter holds": [
    rows("loan_id BETWEEN 100000 AND 100399"),
    values(...Array.from({ length: 250 }, (_, index) => 100_000 + index)),
  ],
  "texts for a number": [values(1)],
  "a number for a text": [rows("region = 'north'")],
  "a column that cannot be compared with a literal": [rows("loan_id = 1")],
  "an object for a value": [values(1)],
  "a rule in no form": [values(1), rows("loan_id = 1"), without("rows")],
  "the row rule loan_id = 1 OR": [rows("loan_id = 1 OR loan_id = 2")],
  "the row rule loan_id = 1 loan_id = 2": [
    rows("loan_id = 1 AND loan_id = 2"),
    rows("loan_id = 1 OR loan_id = 2"),
    rows("loan_id = 1"),
  ],
  "the row rule (loan_id = 1": [rows("(loan_id = 1)")],
  "the row rule loan_id = amount": [rows("loan_id = 1")],
  "the row rule 1 = 1": [rows("loan_id = 1")],
  "the row rule loan_id IN ()": [rows("loan_id IN (1)")],
  "the row rule loan_id BETWEEN 1 OR 2": [rows("loan_id BETWEEN 1 AND 2")],
  "the row rule loan_id IS 1": [rows("loan_id IS NULL")],
  "the row rule loan_id NOT 1": [rows("loan_id NOT IN (1)")],
  "the row rule loan_id": [rows("loan_id > 1")],
  "the row rule loan_id = 1; DROP TABLE loan": [rows("loan_id = 1")],
  "the row rule loan_id = 1 -- all": [rows("loan_id = 1")],
  "the row rule loan_id = (SELECT 1)": [rows("loan_id = 1")],
  "the row rule loan_id = 12345678901234567890": [rows("loan_id = 12345678901234567000")],
  "a row rule that meets a tag grant of another team": [
    keeps(0, 0, 0, "payment"),
    all(keeps(0, 1, 0, "payment"), keeps(0, 0, 0, "loan")),
  ],
  "a row rule that meets the raw layer": [share((loans) => byTables(loans, "loan")), removed(2)],
  "a row rule that meets a grant to an organizational unit": [
    keeps(0, 0, 0, "payment"),
    ({ environment }) => void environment.consumers[1]?.teams[0]?.shares.splice(0, 1),
  ],
};
