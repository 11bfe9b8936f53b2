import { evolve } from "../../../../functions/tables/evolve.cjs";
import { column } from "../../../../model/contract/column";
import { commonExistingSource } from "../../../../model/landscape/common";
import { loadLandscape } from "../../../../model/landscape/load";
import { LandscapeError, type Problem } from "../../../../model/landscape/problem";
import type { Environment } from "../../../../model/landscape/types";
import { tableChanges } from "../../../../model/tables/changes";
import { tablesLock } from "../../../../model/tables/lock";
import { tablePlan } from "../../../../model/tables/plan";
import { changed, first, type Parts } from "../sample";
import { inTwo } from "./two";

const RATE = { type: "decimal(6,4)", classification: "internal", description: "Nominal rate" } as const;
const QUERY = {
  name: "largest_loans",
  question: "Which loans are largest?",
  tables: { l: "loans.loan" },
  parameters: [],
  sql: "SELECT {l.loan_id} AS loan_id FROM {l}",
};

const loaded = (change: (parts: Parts) => void): readonly Environment[] => loadLandscape(inTwo(change)).environments;
const loansOf = (environment: Environment) => first(first(environment.producers).sources);
const sharesOf = (environment: Environment) => first(first(environment.consumers).teams).shares;

/** Problems of a landscape that has some. */
function problemsOf(landscape: unknown): readonly Problem[] {
  try {
    loadLandscape(landscape);
  } catch (error) {
    if (error instanceof LandscapeError) return error.problems;
    throw error;
  }
  return [];
}

/** What each of the two environments has. */
const inEach = (change: (parts: Parts) => void, look: (environment: Environment) => unknown): readonly unknown[] =>
  loaded(change).map(look);

describe("a mark holds back", () => {
  it("a column, and nothing else of its table", () => {
    const columns = inEach(
      ({ loan }) => Object.assign(loan.columns, { rate: { ...RATE, onlyIn: ["staging"] } }),
      (environment) => loansOf(environment).tables.map((table) => Object.keys(table.columns)),
    );
    expect(columns).toEqual([
      [
        ["loan_id", "amount", "secret"],
        ["loan_id", "amount", "secret"],
      ],
      [
        ["loan_id", "amount", "secret", "rate"],
        ["loan_id", "amount", "secret"],
      ],
    ]);
  });

  it("a table", () => {
    const tables = inEach(
      ({ loan }) => Object.assign(loan, { onlyIn: ["staging"] }),
      (environment) => loansOf(environment).tables.map(({ name }) => name),
    );
    expect(tables).toEqual([["payment"], ["loan", "payment"]]);
  });

  it("one of two versions of a table from each environment", () => {
    const amounts = inEach(
      ({ loans, loan }) => {
        const wider = structuredClone(loan);
        wider.columns["amount"] = { type: "decimal(14,2)", classification: "confidential", description: "Amount" };
        loans.tables.push({ ...wider, onlyIn: ["staging"] });
        loan.onlyIn = ["prod"];
      },
      (environment) =>
        loansOf(environment)
          .tables.filter(({ name }) => name === "loan")
          .map(({ columns }) => columns["amount"]?.type),
    );
    expect(amounts).toEqual([["decimal(12,2)"], ["decimal(14,2)"]]);
  });

  it("each setting of a table by itself", () => {
    const settings = inEach(
      ({ loan }) => {
        loan.columns["changed"] = { type: "datetime(6)", classification: "internal", description: "Last change" };
        Object.assign(loan, {
          changedAt: "changed",
          partitionedBy: [{ transform: "bucket", column: "loan_id", buckets: 4 }],
          onlyRows: [{ column: "loan_id", operator: "gte", value: "7" }],
          droppedColumns: { note: "internal" },
          settingsOnlyIn: {
            changedAt: ["staging"],
            partitionedBy: ["prod"],
            onlyRows: ["staging"],
            droppedColumns: ["prod"],
          },
        });
      },
      (environment) => {
        const { changedAt, partitionedBy, onlyRows, droppedColumns } = first(loansOf(environment).tables);
        return { changedAt, partitionedBy, onlyRows, droppedColumns };
      },
    );
    expect(settings).toEqual([
      {
        partitionedBy: [{ transform: "bucket", column: "loan_id", buckets: 4 }],
        droppedColumns: { note: "internal" },
      },
      { changedAt: "changed", onlyRows: [{ column: "loan_id", operator: "gte", value: "7" }] },
    ]);
  });

  it("a share", () => {
    const domains = inEach(
      ({ team }) => Object.assign(first(team.shares), { onlyIn: ["staging"] }),
      (environment) => sharesOf(environment).map(({ domain }) => domain),
    );
    expect(domains).toEqual([["deposits"], ["loans", "deposits"]]);
  });

  it("a saved query", () => {
    const names = inEach(
      ({ environment }) =>
        Object.assign(environment, { queries: [QUERY, { ...QUERY, name: "more", onlyIn: ["prod"] }] }),
      ({ queries }) => queries?.map(({ name }) => name),
    );
    expect(names).toEqual([["largest_loans", "more"], ["largest_loans"]]);
  });
});

const rate = (mark: { onlyIn?: string[] }): Parts["loan"]["columns"][string] => ({
  type: "decimal(6,4)",
  classification: "internal",
  description: "Rate",
  ...mark,
});
/** The column in the middle of the table, or behind the others. */
const withRate =
  (place: "middle" | "end", mark: { onlyIn?: string[] } = {}) =>
  ({ loan }: Parts): void => {
    const [key, ...others] = Object.entries(loan.columns);
    const entry = ["rate", rate(mark)] as const;
    const list = place === "end" ? [key, ...others, entry] : [key, entry, ...others];
    loan.columns = Object.fromEntries(list.filter((each) => each !== undefined));
  };

describe("a column that is promoted", () => {
  const before = first(loaded(withRate("middle", { onlyIn: ["staging"] })));
  const deployed = { prod: tablesLock(before) };

  it.each(["middle", "end"] as const)(
    "joins the end of a table that is deployed, from the %s of its contract",
    async (place) => {
      const after = first(loadLandscape(inTwo(withRate(place)), { deployed }).environments);
      expect(tableChanges(deployed.prod, tablesLock(after))).toEqual([
        { table: "loans.loan", what: "new column rate decimal(6,4)", allowed: true },
      ]);
      const ran: string[] = [];
      const columns = tablePlan(loansOf(before), first(loansOf(before).tables)).columns.map(
        ({ name, type, comment }) => ({ name, type, comment }),
      );
      await evolve(tablePlan(loansOf(after), first(loansOf(after).tables)), {
        columns: () => Promise.resolve(columns),
        run: (sql) => Promise.resolve(void ran.push(sql)),
        metadata: () => Promise.reject(new Error("no partition changes")),
        partition: () => Promise.reject(new Error("no partition changes")),
      });
      expect(ran).toEqual([
        "ALTER TABLE `loans`.`loan` ADD COLUMNS (`rate` decimal(6,4))",
        "ALTER TABLE `loans`.`loan` CHANGE COLUMN `rate` `rate` decimal(6,4) COMMENT '[internal] Rate'",
      ]);
    },
  );
});

test("a source on an existing database is written once like any other", () => {
  const landscape = changed(({ lending, loans }) => {
    const { name, domain, database, tables } = loans;
    const once = commonExistingSource({ name, domain, engine: "mysql", database, tables });
    const existing = {
      operatedBy: "aws",
      host: "core.db.bank.example",
      port: 70_000,
      cidr: "10.1.2.0/28",
      secretArn: "arn:aws:secretsmanager:eu-central-1:222233334444:secret:core-AbCdEf",
    };
    Object.assign(first(once.tables).columns, { onlyin: [] });
    const subnets = ["a", "b"].map((zone, index) => ({ id: `subnet-0000000${index}`, zone: `eu-central-1${zone}` }));
    const network = { vpcId: "vpc-00000000", subnets };
    Object.assign(lending, { network, sources: [{ ...once, existing, replication: loans.replication }] });
  });
  const files = problemsOf(landscape).map(({ file, path }) => `${file} ${path}`);
  expect(files).toEqual([
    "accounts/prod/lending.ts sources[loans].existing.port",
    "accounts/tables/loans.ts tables[loan].columns.onlyin",
  ]);
});

describe("what is held back", () => {
  it("has been agreed to in `covers` before it comes, so that promotion is the removal of one mark", () => {
    const covers = inEach(
      ({ loans, loan, team }) => {
        loan.columns["rate"] = { ...RATE, classification: "confidential", onlyIn: ["staging"] };
        loans.tables.push({ ...structuredClone(loan), name: "offer", onlyIn: ["staging"] });
        first(team.shares).covers = { loan: ["amount", "rate"], payment: ["amount"], offer: ["amount", "rate"] };
      },
      (environment) => sharesOf(environment)[0]?.covers,
    );
    expect(covers).toEqual([
      { loan: ["amount"], payment: ["amount"] },
      { loan: ["amount", "rate"], payment: ["amount"], offer: ["amount", "rate"] },
    ]);
  });

  it("leaves no mark behind, whichever environments have it", () => {
    const all = loaded(({ environment, loan, team }) => {
      Object.assign(loan, { onlyIn: ["staging", "prod"] });
      Object.assign(loan.columns, { rate: column("date", "internal", "Day", { onlyIn: ["prod", "staging"] }) });
      Object.assign(first(team.shares), { onlyIn: ["prod", "staging"] });
      Object.assign(environment, { queries: [{ ...QUERY, onlyIn: ["prod", "staging"] }] });
    });
    expect(JSON.stringify(all)).not.toMatch(/onlyIn/i);
    expect(all.map((environment) => first(loansOf(environment).tables).columns["rate"]?.type)).toEqual([
      "date",
      "date",
    ]);
  });

  it("is what one environment alone has, too", () => {
    const { environments } = inTwo(({ loan }) => Object.assign(loan, { onlyIn: ["prod"] }));
    const [prod] = loadLandscape({ environments: environments.slice(0, 1) }).environments;
    expect(prod === undefined ? [] : loansOf(prod).tables.map(({ name }) => name)).toEqual(["loan", "payment"]);
  });
});
