import { accessMatrix } from "../../../audit/access/matrix";
import type { Grant, Permissions } from "../../../audit/access/types";

const OWNER = "111122223333";
const ACCOUNT = "444455556666";
const ROLE = `arn:aws:iam::${ACCOUNT}:role/analysts`;

const table = {
  catalog: OWNER,
  database: "loans",
  name: "loan",
  columns: ["id", "amount", "district"].map((name) => ({ name, tags: { classification: "internal" } })),
};

const mayDescribe = (catalog: string, database: string): Grant => ({
  by: ACCOUNT,
  principal: ROLE,
  permissions: ["DESCRIBE"],
  grantable: [],
  target: { kind: "database", catalog, database },
});

const select = (by: string, principal: string, target: Grant["target"]): Grant => ({
  by,
  principal,
  permissions: ["SELECT"],
  grantable: by === OWNER ? ["SELECT"] : [],
  target,
});

const byName = (...columns: readonly string[]): Grant["target"] => ({
  kind: "columns",
  catalog: OWNER,
  database: "loans",
  table: "loan",
  columns,
});

const shared: Grant["target"] = {
  kind: "tags",
  catalog: OWNER,
  resource: "TABLE",
  expression: { classification: ["internal"] },
};

const permissions = (...grants: readonly Grant[]): Permissions => ({
  tables: [table],
  filters: [
    {
      catalog: OWNER,
      database: "loans",
      table: "loan",
      name: "north",
      columns: ["id", "district"],
      condition: "district IN ('north')",
    },
  ],
  links: [{ account: ACCOUNT, name: "loans", catalog: OWNER, database: "loans" }],
  roles: [ROLE],
  grants: [mayDescribe(ACCOUNT, "default"), mayDescribe(ACCOUNT, "loans"), mayDescribe(OWNER, "loans"), ...grants],
});

const row = { account: ACCOUNT, role: "analysts", table: "loans.loan" };

describe("the access matrix", () => {
  it("shows the columns that both accounts grant, of all rows", () => {
    const both = permissions(select(OWNER, ACCOUNT, shared), select(ACCOUNT, ROLE, byName("id", "amount")));
    expect(accessMatrix(both)).toEqual([{ ...row, readable: ["id", "amount"], hidden: ["district"], rows: [] }]);
  });

  it("names the condition on the rows of a filter", () => {
    const target = { kind: "filter", catalog: OWNER, database: "loans", table: "loan", name: "north" } as const;
    const filtered = permissions(select(OWNER, ACCOUNT, target), select(ACCOUNT, ROLE, target));
    expect(accessMatrix(filtered)).toEqual([
      { ...row, readable: ["id", "district"], hidden: ["amount"], rows: ["district IN ('north')"] },
    ]);
  });

  it("leaves out what only one of the accounts grants", () => {
    expect(accessMatrix(permissions(select(OWNER, ACCOUNT, shared)))).toEqual([]);
    expect(accessMatrix(permissions(select(ACCOUNT, ROLE, byName("id"))))).toEqual([]);
  });

  it("leaves out a table that the role cannot find", () => {
    const both = permissions(select(OWNER, ACCOUNT, shared), select(ACCOUNT, ROLE, byName("id")));
    expect(accessMatrix({ ...both, links: [] })).toEqual([]);
  });
});
