import type { AccessMatrix } from "../../audit/matrix/types";
import { readOutput } from "../../audit/output/read";
import { liveMatrix, matrixOfAccounts } from "../../audit/verify";
import type { Environment } from "../../model/landscape/types";
import { EMULATOR_CREDENTIALS } from "../environment";

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

/** Any role can be taken on in an emulated account; this one is the audit's. */
const ROLE = "arn:aws:iam::{account}:role/lake-audit";

const accountsOf = ({ governance, producers, consumers }: Environment): readonly string[] =>
  [governance, ...producers, ...consumers].map(({ id }) => id);

/** Asks all accounts of an environment what they allow. The landscape only says whom to ask. */
export async function askForAccess(environment: Environment, endpoint: string): Promise<AccessMatrix> {
  const way = { role: ROLE, region: environment.region, endpoint, credentials: EMULATOR_CREDENTIALS };
  return await liveMatrix(new Map(accountsOf(environment).map((id) => [id, way])));
}

/** What the generated JSON of an environment's accounts says. */
export const generatedAccess = (environment: Environment, folder: string): AccessMatrix =>
  matrixOfAccounts(readOutput(folder), new Set(accountsOf(environment)));

/** What the roles of consumer accounts may read of others' tables, in the order of the accounts' names. */
export function accessRows(
  { consumers }: Environment,
  { cells, principals, tables }: AccessMatrix,
): readonly AccessRow[] {
  const names = new Map(consumers.map(({ id, name }) => [id, name]));
  const roles = new Map(principals.map((principal) => [principal.id, principal]));
  const columns = new Map(
    tables.map((table) => [[table.catalog, table.database, table.name].join("."), table.columns] as const),
  );
  const keyOf = ({ account, role, table }: AccessRow): string => [account, role, table].join("\n");
  return cells
    .flatMap(({ principal, catalog, database, table, permission, columns: readable, rows, decision }) => {
      const { kind, account = "", name = "" } = roles.get(principal) ?? {};
      const consumer = names.get(account);
      if (kind !== "role" || consumer === undefined || account === catalog) return [];
      if (permission !== "SELECT" || table === undefined || decision !== "allowed") return [];
      const all = columns.get([catalog, database, table].join(".")) ?? [];
      const hidden = all.map((column) => column.name).filter((column) => !readable.includes(column));
      return [{ account: consumer, role: name, table: `${database}.${table}`, readable, hidden, rows }];
    })
    .toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}
