import { isForPeople, readingRoles, teamRoles } from "../../../local/consumers/roles";
import { visibleCatalog } from "../../../local/consumers/visible";
import { first } from "../../support/json";
import { ANALYSTS, describes, FINANCE, LAKE, link, RISK, roleArn, SMALL, selects, withCells } from "./support/matrix";

const names = (cells: Parameters<typeof withCells>[2]) =>
  teamRoles(withCells(SMALL, ANALYSTS, cells)).map(({ name }) => name);

describe("team roles", () => {
  it("are those that may SELECT tables of another account, with who may take them on", () => {
    expect(teamRoles(SMALL)).toMatchObject([
      { arn: ANALYSTS, account: RISK, assumedBy: [roleArn(RISK, "AWSReservedSSO_Person_0123456789abcdef")] },
      { account: FINANCE, name: "planners" },
    ]);
  });

  it("are no roles of the owner, nor roles that may only describe, or perhaps select", () => {
    expect(readingRoles(SMALL).map(({ account }) => account)).toEqual([LAKE, RISK, FINANCE]);
    const select = selects(ANALYSTS, "loans.loan", ["loan_id"]);
    expect(names([select])).toEqual(["analysts", "planners"]);
    expect(names([{ ...select, permission: "DESCRIBE" }])).toEqual(["planners"]);
    expect(names([{ ...select, decision: "undecided", reasons: ["a variable"] }])).toEqual(["planners"]);
  });

  it("are for people unless only services take them on", () => {
    expect(readingRoles(SMALL).map((role) => [role.name, isForPeople(role)])).toEqual([
      ["merge", false],
      ["analysts", true],
      ["planners", true],
    ]);
  });
});

const catalogOf = (matrix: typeof SMALL) => {
  const { databases, tables } = visibleCatalog(matrix, first(teamRoles(matrix)));
  return { databases, tables: tables.map(({ database, table }) => `${database}: ${table.database}.${table.name}`) };
};

describe("what a role finds in its account's catalog", () => {
  it("are links that it may describe, under the links' names", () => {
    const renamed = { ...SMALL, links: [link(RISK, "credit", "loans"), link(RISK, "deposits")] };
    expect(catalogOf(renamed)).toEqual({ databases: ["deposits"], tables: ["deposits: deposits.client"] });
    const described = { ...renamed, cells: [...renamed.cells, describes(ANALYSTS, RISK, "credit")] };
    expect(catalogOf(described)).toEqual({
      databases: ["credit", "deposits"],
      tables: ["deposits: deposits.client", "credit: loans.loan"],
    });
  });

  it("is nothing of a database whose link is missing, or belongs to another account", () => {
    const links = [link(RISK, "loans"), link(FINANCE, "deposits")];
    expect(catalogOf({ ...SMALL, links })).toEqual({ databases: ["loans"], tables: ["loans: loans.loan"] });
  });

  it("is no table whose columns nobody knows", () => {
    const unknown = { ...first(SMALL.tables), name: "*", columns: [] };
    const any = selects(ANALYSTS, "deposits.*", ["*"]);
    const matrix = { ...SMALL, tables: [...SMALL.tables, unknown], cells: [...SMALL.cells, any] };
    expect(catalogOf(matrix)).toEqual(catalogOf(SMALL));
  });

  it("are an owner's own databases", () => {
    const [merge] = readingRoles(SMALL);
    expect(merge === undefined ? [] : visibleCatalog(SMALL, merge).databases).toEqual([
      "deposits",
      "loans",
      "loans_loads",
    ]);
  });

  it("refuses a link to a single table, which it does not imitate", () => {
    const links = [{ ...link(RISK, "client", "deposits"), table: "client" }];
    expect(() => catalogOf({ ...SMALL, links })).toThrow(`client of ${RISK} links to a single table: not imitated`);
  });
});
