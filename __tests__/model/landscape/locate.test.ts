import { commonEnvironment, commonSource, commonTeam } from "../../../model/landscape/common";
import { withFiles } from "../../../model/landscape/files";
import { loadLandscape } from "../../../model/landscape/load";
import { locate } from "../../../model/landscape/locate";
import { changed, first, sample } from "./sample";

const E = ["environments", 0] as const;

/** The sample, of which some parts are common to all environments. */
function halved(): unknown {
  const environment = first(sample.environments);
  const { organization, tags, ...rest } = environment;
  const { shares, ...people } = first(first(environment.consumers).teams);
  const { name, database, domain, tables, ...sizes } = first(first(environment.producers).sources);
  const question = { question: "Which?", tables: { l: "loans.loan" }, parameters: [], sql: "SELECT 1" };
  const queries = [
    { name: "largest_loans", ...question },
    { name: "No Name", ...question },
  ];
  const source = { ...commonSource({ name, database, domain, tables }), ...sizes };
  return {
    environments: [
      {
        ...commonEnvironment({ organization, tags, queries }),
        ...rest,
        producers: [{ name: "lending", sources: [source, { ...source, database: "lending" }] }],
        consumers: [{ name: "risk", teams: [{ ...commonTeam({ shares }), ...people }] }],
      },
    ],
  };
}

describe("locate, of what is written once", () => {
  const [lending, risk] = [[...E, "producers", 0, "sources"] as const, [...E, "consumers", 0, "teams", 0] as const];

  it.each([
    [[...E, "organization"], "accounts/bank.ts", "organization"],
    [[...E, "tags", "cost-centre"], "accounts/bank.ts", 'tags["cost-centre"]'],
    [[...E, "region"], "accounts/prod/index.ts", "region"],
    [[...E, "queries"], "accounts/queries/index.ts", "queries"],
    [[...E, "queries", 0], "accounts/queries/largest_loans.ts", "the whole file"],
    [[...E, "queries", 0, "sql"], "accounts/queries/largest_loans.ts", "sql"],
    [[...E, "queries", 1, "sql"], "accounts/queries/index.ts", "queries[1].sql"],
    [[...lending, 0], "accounts/prod/lending.ts", "sources[loans]"],
    [[...lending, 0, "engineVersion"], "accounts/prod/lending.ts", "sources[loans].engineVersion"],
    [[...lending, 0, "database"], "accounts/tables/loans.ts", "database"],
    [[...lending, 0, "tables", 0, "columns"], "accounts/tables/loans.ts", "tables[loan].columns"],
    [[...lending, 1, "database"], "accounts/prod/lending.ts", "sources[loans].database"],
    [[...risk, "assumedBy"], "accounts/prod/risk.ts", "teams[risk-analysts].assumedBy"],
    [[...risk, "shares", 0, "upTo"], "accounts/teams/risk.ts", "teams[risk-analysts].shares[loans].upTo"],
  ] as const)("finds %j", (keys, file, path) => {
    expect(locate(halved(), keys)).toEqual({ file, path });
  });
});

describe("locate, where a bank keeps to another order of files", () => {
  const keys = [...E, "producers", 0, "sources", 0, "tables", 0, "primaryKey"] as const;

  it.each([
    [[], "accounts/index.ts", "environments[prod].producers[lending].sources[loans].tables[loan].primaryKey"],
    [["accounts/prod/index.ts"], "accounts/prod/index.ts", "producers[lending].sources[loans].tables[loan].primaryKey"],
    [["accounts/prod/lending.ts"], "accounts/prod/lending.ts", "sources[loans].tables[loan].primaryKey"],
    [["accounts/prod/lending.ts", "accounts/tables/loans.ts"], "accounts/tables/loans.ts", "tables[loan].primaryKey"],
    [
      ["accounts/prod/tables/loans.ts", "accounts/tables/loans.ts"],
      "accounts/prod/tables/loans.ts",
      "tables[loan].primaryKey",
    ],
  ] satisfies readonly (readonly [files: string[], file: string, path: string])[])(
    "names what is there: %j",
    (files, file, path) => {
      const landscape = withFiles(
        changed(() => undefined),
        (name) => ["accounts/index.ts", ...files].includes(name),
      );
      expect(locate(landscape, keys)).toEqual({ file, path });
    },
  );

  it("keeps to the convention where no landscape is, for example beside a build", () => {
    const landscape = withFiles(
      changed(() => undefined),
      () => false,
    );
    expect(locate(landscape, keys).file).toBe("accounts/prod/tables/loans.ts");
  });

  it("keeps to that through shape, marks and meaning", () => {
    const value = changed(({ loan, loans, lending }) => {
      loan.primaryKey = ["number"];
      Object.assign(loan, { onlyIn: ["test"] });
      Object.assign(loans, { lobMaxKb: "1" });
      lending.id = "1";
    });
    expect(() => loadLandscape(value, { isFile: (name) => name === "accounts/index.ts" })).toThrow(
      /^accounts\/index\.ts\n(?:.*\n)+\n4 problems in 1 file; nothing was written$/,
    );
  });
});

describe("locate", () => {
  it.each([
    [[], "accounts/index.ts", "the whole file"],
    [["environments"], "accounts/index.ts", "environments"],
    [[...E, "backend", "directory"], "accounts/prod/index.ts", "backend.directory"],
    [[...E, "tags", "cost-centre"], "accounts/prod/index.ts", 'tags["cost-centre"]'],
    [[...E, "governance"], "accounts/prod/governance.ts", "the whole file"],
    [[...E, "governance", "id"], "accounts/prod/governance.ts", "id"],
    [[...E, "producers"], "accounts/prod/index.ts", "producers"],
    [[...E, "producers", 9], "accounts/prod/index.ts", "producers[9]"],
    [[...E, "producers", 0, "network", "zones", 1], "accounts/prod/lending.ts", "network.zones[eu-central-1b]"],
    [
      [...E, "producers", 0, "sources", 0, "replication", "storageGb"],
      "accounts/prod/lending.ts",
      "sources[loans].replication.storageGb",
    ],
    [[...E, "producers", 0, "sources", 0, "tables"], "accounts/prod/tables/loans.ts", "tables"],
    [
      [...E, "producers", 0, "sources", 0, "tables", 0, "columns", "amount", "classification"],
      "accounts/prod/tables/loans.ts",
      "tables[loan].columns.amount.classification",
    ],
    [
      [...E, "consumers", 0, "teams", 0, "shares", 1, "upTo"],
      "accounts/prod/risk.ts",
      "teams[risk-analysts].shares[deposits].upTo",
    ],
  ] as const)("finds %j", (keys, file, path) => {
    expect(locate(sample, keys)).toEqual({ file, path });
  });

  it.each(["lend-ing", "", "Lending", "../lending"])(
    "leaves an account called %j to the environment's file",
    (name) => {
      const value = changed(({ lending }) => {
        lending.name = name;
      });
      expect(locate(value, [...E, "producers", 0, "id"]).file).toBe("accounts/prod/index.ts");
      expect(locate(value, [...E, "producers", 0, "sources", 0, "tables", 0]).file).toBe(
        "accounts/prod/tables/loans.ts",
      );
    },
  );

  it("leaves tables of a source without a valid name to the account's file", () => {
    const value = changed(({ loans }) => {
      loans.name = "my loans";
    });
    const keys = [...E, "producers", 0, "sources", 0, "tables", 0, "name"];
    expect(locate(value, keys)).toEqual({ file: "accounts/prod/lending.ts", path: "sources[0].tables[loan].name" });
  });

  it("leaves everything of an environment without a valid name to the landscape's file", () => {
    const value = changed(({ environment }) => {
      environment.name = "Prod";
    });
    const keys = [...E, "producers", 0, "sources", 0, "tables", 0, "name"];
    const path = "environments[Prod].producers[lending].sources[loans].tables[loan].name";
    expect(locate(value, keys)).toEqual({ file: "accounts/index.ts", path });
  });
});
