import { first } from "../../sample";
import { type Remedies, type Remedy, set, share } from "./remedy";

const STAGING = ["staging"];
const rate =
  (onlyIn: readonly string[] | undefined): Remedy =>
  ({ loan }) => {
    const column = loan.columns["rate"];
    if (column === undefined) throw new Error("no rate");
    if (onlyIn === undefined) Reflect.deleteProperty(column, "onlyIn");
    else Object.assign(column, { onlyIn });
  };
const loan =
  (values: object): Remedy =>
  (parts) =>
    void Object.assign(parts.loan, values);
const plain =
  (name: string): Remedy =>
  (parts) =>
    void Reflect.deleteProperty(parts.loan, name);
const allTables: Remedy = ({ loans }) => {
  for (const table of loans.tables) Reflect.deleteProperty(table, "onlyIn");
};

export const MARK_REMEDIES: Remedies = {
  "an environment that the landscape does not have": [
    rate(STAGING),
    ({ loan: { columns } }) => void delete columns["rate"],
  ],
  "no environment": [rate(STAGING), rate(["prod", "staging"]), rate(undefined)],
  "an environment twice": [set({ onlyIn: STAGING })],
  "a mark that is no list": [loan({ onlyIn: ["prod", "staging"] }), plain("onlyIn")],
  "another word for the mark": [plain("onlyin")],
  "a table without its key": [
    (parts) => void Reflect.deleteProperty(parts.loan.columns["loan_id"] ?? {}, "onlyIn"),
    (parts) => {
      Reflect.deleteProperty(parts.loan.columns["loan_id"] ?? {}, "onlyIn");
      parts.loan.onlyIn = STAGING;
    },
  ],
  "a setting whose column waits": [loan({ settingsOnlyIn: { changedAt: STAGING } }), rate(undefined)],
  "a mark on a setting that the table does not have": [plain("settingsOnlyIn")],
  "a saved query that reads a column where it is not": [
    ({ environment }) => void Object.assign(first(environment.queries ?? []), { onlyIn: STAGING }),
    rate(undefined),
  ],
  "a share that names a table beside others where it is not": [
    share((loans, { team }) => {
      loans.tables = ["payment"];
      team.shares.push({ ...loans, tables: ["loan"], onlyIn: STAGING });
    }),
  ],
  "a share of a table where it is not": [set({ onlyIn: STAGING }), plain("onlyIn")],
  "a share whose rows are chosen by a column where it is not": [set({ onlyIn: STAGING }), rate(undefined)],
  "a share of a domain that has no table there": [set({ onlyIn: STAGING }), allTables],
  "two versions of a table in one environment": [
    ({ loans }) =>
      void Object.assign(loans.tables.slice(-1)[0] ?? {}, {
        schema: "archive",
        name: "archived_loan",
        nameAtSource: "loan",
      }),
    ({ loans }) => void loans.tables.pop(),
  ],
};
