import { matrixLines } from "../../audit/matrix/lines";
import { type Statement, statementsOf, statementsWithout } from "../../audit/matrix/reader-statements";
import type { AccessMatrix } from "../../audit/matrix/types";
import type { Reviewed } from "../../operations/records";

/**
 * Compares who may do what with the data, as accounts report it, with what was reviewed: both ways, principal by principal.
 * @returns differences in words; empty when there is none
 */
export function checkReaders(matrix: AccessMatrix, { folder, accounts }: Reviewed): readonly string[] {
  const live = matrixLines(matrix);
  if (accounts.size === 0) return [`${folder} holds no reviewed file: nothing was compared`];
  const all = new Set([...accounts.keys(), ...live.keys()].filter((account) => account !== "others"));
  return [
    ...[...all].toSorted().flatMap((account) => {
      const { file, lines } = accounts.get(account) ?? { file: `${folder}/${account}.txt`, lines: [] };
      return ofAccount(account, live.get(account) ?? [], file, lines);
    }),
    ...ofNobody(matrix),
  ];
}

function ofAccount(
  account: string,
  live: readonly string[],
  file: string,
  reviewed: readonly string[],
): readonly string[] {
  const [said, found] = [statementsOf(reviewed), statementsOf(live)];
  return [
    ...statementsWithout(found, said)
      .map(inWords)
      .map(({ who, what }) => `${account}: ${who} ${what}, which ${file} does not say`),
    ...statementsWithout(said, found)
      .map(inWords)
      .map(({ who, what }) => `${account}: ${who} ${what}, says ${file}, but not the account`),
  ];
}

function inWords({ principal, what, columns, extent, permission }: Statement) {
  const name = principal.replace(/^arn:[^:]*:iam::\d*:(?:role|user)\//, "");
  const which = columns.length === 0 ? "" : ` (${columns.join(", ")})`;
  return { who: name, what: `${permission ? "may " : ""}${what}${which}${extent}` };
}

/** Everybody, and whoever IAM lets, belong to no account: nothing of the lake is for them. */
const ofNobody = ({ cells, principals }: AccessMatrix): readonly string[] => {
  const homeless = new Set(principals.flatMap(({ id, account }) => (account === undefined ? [id] : [])));
  const places = cells.flatMap(({ principal, permission, catalog, database, table }) =>
    homeless.has(principal)
      ? [`${principal} may ${permission} ${[catalog, database, table].filter((part) => part !== undefined).join(".")}`]
      : [],
  );
  return [...new Set(places)].map((sentence) => `${sentence}, and belongs to no account`);
};
