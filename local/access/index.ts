import type { Way } from "../../audit/live/clients";
import type { AccessMatrix } from "../../audit/matrix/types";
import { readOutput } from "../../audit/output/read";
import { liveMatrix, matrixOfAccounts } from "../../audit/verify";
import type { Environment } from "../../model/landscape/types";
import { AUDIT_ROLE } from "../as-role";
import { EMULATOR_CREDENTIALS } from "../environment";
import { readings } from "./readings";

/** Which columns of a table a team's role may read. */
export interface AccessRow {
  /** Name of the account. */
  readonly account: string;
  readonly role: string;
  /** `<database>.<table>` */
  readonly table: string;
  readonly readable: readonly string[];
  readonly hidden: readonly string[];
  /** Conditions of which a row must meet one; none means all rows. */
  readonly rows: readonly string[];
}

const accountsOf = ({ governance, producers, consumers }: Environment): readonly string[] =>
  [governance, ...producers, ...consumers].map(({ id }) => id);

/** How emulated accounts are asked. */
export const auditWay = (region: string, endpoint: string): Way => ({
  role: AUDIT_ROLE,
  region,
  endpoint,
  credentials: EMULATOR_CREDENTIALS,
});

/** Asks all accounts of an environment what they allow. The landscape only says whom to ask. */
export async function askForAccess(environment: Environment, endpoint: string): Promise<AccessMatrix> {
  const way = auditWay(environment.region, endpoint);
  return await liveMatrix(new Map(accountsOf(environment).map((id) => [id, way])));
}

/** What the generated JSON of an environment's accounts says, but for some stacks. */
export function generatedAccess(
  environment: Environment,
  folder: string,
  without: ReadonlyMap<string, string>,
): AccessMatrix {
  const output = readOutput(folder);
  const stacks = output.stacks.filter(({ id }) => !without.has(id));
  return matrixOfAccounts({ ...output, stacks }, new Set(accountsOf(environment)));
}

/** What the roles of consumer accounts may read of others' tables, in the order of the accounts' names. */
export function accessRows({ consumers }: Environment, matrix: AccessMatrix): readonly AccessRow[] {
  const names = new Map(consumers.map(({ id, name }) => [id, name]));
  const keyOf = ({ account, role, table }: AccessRow): string => [account, role, table].join("\n");
  return readings(matrix)
    .flatMap(({ role, table, readable, hidden, rows }) => {
      const account = names.get(role.account ?? "");
      if (account === undefined || role.account === table.catalog) return [];
      return [{ account, role: role.name, table: `${table.database}.${table.name}`, readable, hidden, rows }];
    })
    .toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}
