import type { AccessMatrix, LakeTable } from "../../../audit/matrix/types";
import { DISTRICTS, EXPECTED } from "./expected";
import { type Row, rowMatches } from "./row-filter";

/** May this team read this column of this row? Once as expected by hand, once by the matrix. */
export interface Answer {
  readonly question: string;
  readonly expected: boolean;
  readonly actual: boolean;
}

/** Account of production that owns the tables. */
const OWNER = "111122223333";

/** Whether a role sees a column of a row, and finds the table through a link that it may describe. */
function mayRead(matrix: AccessMatrix, role: string, { catalog, database, name }: LakeTable, column: string, row: Row) {
  const mine = matrix.cells.filter(({ principal, decision }) => principal === role && decision === "allowed");
  const describes = (account: string, described: string): boolean =>
    mine.some(
      (cell) =>
        cell.permission === "DESCRIBE" &&
        cell.table === undefined &&
        cell.catalog === account &&
        cell.database === described,
    );
  const account = role.split(":")[4] ?? "";
  const linked = matrix.links.some(
    (link) =>
      link.account === account &&
      link.catalog === catalog &&
      link.database === database &&
      describes(account, link.name),
  );
  return (
    matrix.principals.some(({ id, declared }) => id === role && declared) &&
    linked &&
    describes(account, "default") &&
    describes(catalog, database) &&
    mine.some(
      (cell) =>
        cell.permission === "SELECT" &&
        cell.catalog === catalog &&
        cell.database === database &&
        cell.table === name &&
        cell.columns.includes(column) &&
        (cell.rows.length === 0 || cell.rows.some((condition) => rowMatches(condition, row))),
    )
  );
}

/** The answers for every team, every table and column of the lake, and a row of each kind. */
export function answers(matrix: AccessMatrix): readonly Answer[] {
  const lake = matrix.tables.filter(
    ({ catalog, database, columns }) => catalog === OWNER && database !== "lake_audit" && columns.length > 0,
  );
  return EXPECTED.flatMap(({ account, role, columns, districts }) =>
    lake.flatMap((table) => {
      const name = `${table.database}.${table.name}`;
      const readable = (columns[name] ?? "").split(" ");
      const shown = districts[name];
      return table.columns.flatMap((column) =>
        DISTRICTS.map((district) => ({
          question: `${role} ${name}.${column.name} of district ${district ?? "unknown"}`,
          expected:
            readable.includes(column.name) && (shown === undefined || (district !== null && shown.includes(district))),
          actual: mayRead(matrix, `arn:aws:iam::${account}:role/${role}`, table, column.name, {
            district_id: district,
          }),
        })),
      );
    }),
  );
}

/** What is not as expected, each as a sentence. */
export const differences = (matrix: AccessMatrix): readonly string[] =>
  answers(matrix)
    .filter(({ expected, actual }) => expected !== actual)
    .map(({ question, expected }) => `${question}: ${expected ? "must" : "must not"} be readable`);
