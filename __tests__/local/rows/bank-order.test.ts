import { COREBANK, LENDING } from "../../../examples/sample-bank";
import { bankKind, bankLine, END, HOURS, orderedBank } from "../../../local/rows/bank-order";
import { column } from "../../../model/contract/column";
import type { Environment, Source } from "../../../model/landscape/types";
import { many } from "../../landscape/banks/many";
import { small } from "../../landscape/banks/small";
import { staging } from "../../landscape/staging";
import { first } from "../../support/json";
import { prod } from "../../support/landscapes";

const ORDER = { seed: 1, changes: 300, end: END, hours: HOURS };
const sources = prod.producers.flatMap((producer) => producer.sources);
const [loans, deposits] = [first(sources), first(sources.slice(1))];
const loan = first(loans.tables);

/** `prod` with other sources. */
const having = (...others: readonly Source[]): Environment => ({
  ...prod,
  producers: [{ ...first(prod.producers), sources: others }],
});
const withLoan = (change: Partial<typeof loan>): Source => ({ ...loans, tables: [{ ...loan, ...change }] });

describe("the rows that an environment gets", () => {
  it.each([
    ["the example's tables", prod],
    ["some of them", staging],
    ["one of the databases", having(deposits)],
    ["fewer columns", having(withLoan({ columns: Object.fromEntries(Object.entries(loan.columns).slice(0, 3)) }))],
  ])("are the sample bank's for %s", (_, environment) => {
    expect(bankKind(environment)).toBe("sample");
    expect(orderedBank({ ...ORDER, environment }).databases).toEqual([LENDING, COREBANK]);
    expect(bankLine(environment)).toContain("of the sample bank");
  });

  it.each([
    ["another bank", first(small.environments)],
    ["several databases of another bank", first(many.environments)],
    ["no source", having()],
    ["one source more", having(loans, first(first(first(small.environments).producers).sources))],
    ["a table of another name", having(withLoan({ name: "lease" }))],
    ["a column more", having(withLoan({ columns: { ...loan.columns, fee: column("int", "internal", "Fee") } }))],
    [
      "another type",
      having(withLoan({ columns: { ...loan.columns, client_id: column("int", "internal", "Client") } })),
    ],
    ["another key", having(withLoan({ primaryKey: ["client_id", "since"] }))],
    ["conditions on rows", having(withLoan({ onlyRows: [{ column: "client_id", operator: "gte", value: "9" }] }))],
    ["another engine", having({ ...loans, engine: "aurora-postgresql" })],
    ["another database", having({ ...deposits, database: "other" })],
    ["the same tables twice", having(loans, { ...loans, name: "leasing" })],
  ])("are made for %s", (_, environment) => {
    expect(bankKind(environment)).toBe("made");
    const declared = environment.producers.flatMap((producer) => producer.sources);
    expect(orderedBank({ ...ORDER, environment }).databases.map(({ database }) => database)).toEqual(
      declared.map(({ database }) => database),
    );
    expect(bankLine(environment)).toContain("made from the contracts of");
  });
});
