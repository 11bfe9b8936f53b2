import type { AccessMatrix, Cell, LakeTable, Principal } from "../../../../audit/matrix/types";
import type { Cause } from "../../../../audit/types";

export const LAKE = "111122223333";
export const RISK = "444455556666";
export const FINANCE = "555566667777";

const CAUSE: Cause = { stack: "account", file: "", address: "", pointer: "", says: "" };

const table = (database: string, name: string, columns: Readonly<Record<string, string>>): LakeTable => ({
  catalog: LAKE,
  database,
  name,
  columns: Object.entries(columns).map(([column, type]) => ({ name: column, type, tags: {} })),
  cause: CAUSE,
});

export const CLIENT = { client_id: "bigint", full_name: "string", district_id: "int" };
export const LOAN = { loan_id: "bigint", amount: "decimal(14,2)", due_on: "date" };
export const TABLES = [
  table("deposits", "client", CLIENT),
  table("loans", "loan", LOAN),
  table("loans_loads", "loan", LOAN),
];

export const roleArn = (account: string, name: string): string => `arn:aws:iam::${account}:role/${name}`;

/** A role that people, or whoever is named, take on. */
export const role = (
  account: string,
  name: string,
  by = roleArn(account, "AWSReservedSSO_Person_0123456789abcdef"),
) => ({
  id: roleArn(account, name),
  kind: "role" as const,
  name,
  account,
  declared: true,
  assumedBy: [{ principal: by, conditions: [], causes: [] }],
});

export const cell = (of: Partial<Cell> & Pick<Cell, "principal" | "permission">): Cell => ({
  catalog: LAKE,
  columns: [],
  rows: [],
  grantable: false,
  decision: "allowed",
  reasons: [],
  causes: [CAUSE],
  ...of,
});

export const describes = (principal: string, account: string, database: string): Cell =>
  cell({ principal, permission: "DESCRIBE", catalog: account, database });

/** `SELECT` on columns of `database.table`. */
export function selects(
  principal: string,
  name: string,
  columns: readonly string[],
  rows: readonly string[] = [],
): Cell {
  const [database = "", of = ""] = name.split(".");
  return cell({ principal, permission: "SELECT", database, table: of, columns, rows });
}

export const link = (account: string, name: string, database = name) => ({
  account,
  name,
  catalog: LAKE,
  database,
  cause: CAUSE,
});

export const matrixOf = (of: {
  readonly principals: readonly Principal[];
  readonly cells: readonly Cell[];
  readonly links: AccessMatrix["links"];
}): AccessMatrix => ({
  schema: 1,
  tables: TABLES,
  buckets: [],
  keys: [],
  findings: [],
  undecided: [],
  notEvaluated: [],
  ...of,
});

export const ANALYSTS = roleArn(RISK, "analysts");
export const PLANNERS = roleArn(FINANCE, "planners");
export const MERGE = roleArn(LAKE, "merge");

/**
 * Analysts read loans, and clients without names. Planners read the clients of district 1, and nothing of loans. The
 * merge's role reads everything, and is for a service.
 */
export const SMALL = matrixOf({
  principals: [role(RISK, "analysts"), role(FINANCE, "planners"), role(LAKE, "merge", "states.amazonaws.com")],
  cells: [
    describes(ANALYSTS, RISK, "deposits"),
    describes(ANALYSTS, RISK, "loans"),
    selects(ANALYSTS, "deposits.client", ["client_id", "district_id"]),
    selects(ANALYSTS, "loans.loan", Object.keys(LOAN)),
    describes(PLANNERS, FINANCE, "deposits"),
    describes(PLANNERS, FINANCE, "loans"),
    selects(PLANNERS, "deposits.client", ["client_id", "district_id"], ["district_id IN (1)"]),
    describes(MERGE, LAKE, "deposits"),
    describes(MERGE, LAKE, "loans"),
    describes(MERGE, LAKE, "loans_loads"),
    selects(MERGE, "deposits.client", Object.keys(CLIENT)),
    selects(MERGE, "loans.loan", Object.keys(LOAN)),
    selects(MERGE, "loans_loads.loan", Object.keys(LOAN)),
  ],
  links: [link(RISK, "deposits"), link(RISK, "loans"), link(FINANCE, "deposits"), link(FINANCE, "loans")],
});

/** The same, with other cells of a role. */
export const withCells = (matrix: AccessMatrix, principal: string, cells: readonly Cell[]): AccessMatrix => ({
  ...matrix,
  cells: [...matrix.cells.filter((each) => each.principal !== principal), ...cells],
});
