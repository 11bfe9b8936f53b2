import { accessMatrix, type MatrixRow } from "../../audit/access/matrix";
import type { Permissions } from "../../audit/access/types";
import type { Environment } from "../../model/landscape/types";
import { livePermissions } from "./permissions";

/** What a role may read of a table; the account by its name. */
export type AccessRow = MatrixRow;

/** The matrix of an environment, with the names of its accounts instead of their ids, in the order of these names. */
export function namedMatrix(environment: Environment, permissions: Permissions): readonly AccessRow[] {
  const names = new Map(environment.consumers.map(({ id, name }) => [id, name]));
  const keyOf = ({ account, role, table }: AccessRow): string => [account, role, table].join("\n");
  return accessMatrix(permissions)
    .map((row) => ({ ...row, account: names.get(row.account) ?? row.account }))
    .toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

/** Asks the live accounts which role may read what. The landscape only says whom to ask. */
export async function askForAccess(environment: Environment, endpoint: string): Promise<readonly AccessRow[]> {
  return namedMatrix(environment, await livePermissions(environment, endpoint));
}
