import type { AccessMatrix, LakeTable, Principal } from "../../audit/matrix/types";
import { type Reading, readings } from "../access/readings";

/** A role that may read tables of the lake. */
export interface ReadingRole {
  readonly arn: string;
  readonly name: string;
  /** Id of its account. */
  readonly account: string;
  /** Who may take it on, as its trust policy says. */
  readonly assumedBy: readonly string[];
  readonly readings: readonly Reading[];
}

/** Every role that may SELECT a table, by account and name. */
export function readingRoles(matrix: AccessMatrix): readonly ReadingRole[] {
  const found = new Map<string, { readonly role: Principal; readonly readings: Reading[] }>();
  for (const reading of readings(matrix)) {
    const { role } = reading;
    const before = found.get(role.id) ?? { role, readings: [] };
    found.set(role.id, before);
    before.readings.push(reading);
  }
  return [...found.values()]
    .map(({ role, readings: own }) => ({
      arn: role.id,
      name: role.name,
      account: role.account ?? "",
      assumedBy: role.assumedBy.map(({ principal }) => principal),
      readings: own,
    }))
    .toSorted((one, other) => (`${one.account} ${one.name}` < `${other.account} ${other.name}` ? -1 : 1));
}

/** Roles that may SELECT tables of another account: the teams'. */
export const teamRoles = (matrix: AccessMatrix): readonly ReadingRole[] =>
  readingRoles(matrix).filter(({ account, readings: own }) => own.some(({ table }) => table.catalog !== account));

/** Whether a person may take a role on, and not a service of AWS alone. */
export const isForPeople = ({ assumedBy }: ReadingRole): boolean =>
  assumedBy.some((principal) => !principal.endsWith(".amazonaws.com"));

/** `loans.loan`, as the lake calls it. */
export const tableName = ({ database, name }: Pick<LakeTable, "database" | "name">): string => `${database}.${name}`;
