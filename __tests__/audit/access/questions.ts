import { mayRead } from "../../../audit/access/evaluate";
import type { Permissions } from "../../../audit/access/types";
import { DISTRICTS, EXPECTED } from "./expected";

/** May this team read this column of this row? Once as expected by hand, once by the permissions. */
export interface Answer {
  readonly question: string;
  readonly expected: boolean;
  readonly actual: boolean;
}

/** The answers for every team, every table and column of the lake, and a row of each kind. */
export function answers(permissions: Permissions): readonly Answer[] {
  const lake = permissions.tables.filter(({ database }) => database !== "lake_audit");
  return EXPECTED.flatMap(({ account, role, columns, districts }) =>
    lake.flatMap((table) => {
      const name = `${table.database}.${table.name}`;
      const readable = (columns[name] ?? "").split(" ");
      const shown = districts[name];
      const reader = { account, roleArn: `arn:aws:iam::${account}:role/${role}` };
      return table.columns.flatMap((column) =>
        DISTRICTS.map((district) => ({
          question: `${role} ${name}.${column.name} of district ${district ?? "unknown"}`,
          expected:
            readable.includes(column.name) && (shown === undefined || (district !== null && shown.includes(district))),
          actual: mayRead(permissions, reader, table, column, { district_id: district }),
        })),
      );
    }),
  );
}

/** What is not as expected, each as a sentence. */
export const differences = (permissions: Permissions): readonly string[] =>
  answers(permissions)
    .filter(({ expected, actual }) => expected !== actual)
    .map(({ question, expected }) => `${question}: ${expected ? "must" : "must not"} be readable`);
