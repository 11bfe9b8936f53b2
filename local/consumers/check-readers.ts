import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { matrixLines } from "../../audit/matrix/lines";
import type { AccessMatrix } from "../../audit/matrix/types";
import { type Statement, statementsOf } from "./reader-statements";

const FILE = /^(\d{12})\.txt$/;

/**
 * Compares who may do what with the data, as accounts report it, with what was reviewed: both ways, principal by principal.
 * @param folder with `<account id>.txt` for each account, as the audit's matrixLines writes them
 * @returns differences in words; empty when there is none
 */
export function checkReaders(matrix: AccessMatrix, folder: string): readonly string[] {
  const live = matrixLines(matrix);
  const reviewed = existsSync(folder) ? readdirSync(folder).flatMap((name) => FILE.exec(name)?.[1] ?? []) : [];
  if (reviewed.length === 0) return [`${folder} holds no reviewed file: nothing was compared`];
  const accounts = new Set([...reviewed, ...live.keys()].filter((account) => account !== "others"));
  return [...[...accounts].toSorted().flatMap((account) => ofAccount(account, live, folder)), ...ofNobody(matrix)];
}

function ofAccount(account: string, live: ReturnType<typeof matrixLines>, folder: string): readonly string[] {
  const file = join(folder, `${account}.txt`);
  const before = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  const said = statementsOf(before);
  const found = statementsOf(live.get(account) ?? []);
  return [
    ...without(found, said)
      .map(inWords)
      .map(({ who, what }) => `${account}: ${who} ${what}, which ${file} does not say`),
    ...without(said, found)
      .map(inWords)
      .map(({ who, what }) => `${account}: ${who} ${what}, says ${file}, but not the account`),
  ];
}

const keyOf = ({ principal, what, extent }: Statement): string => [principal, what, extent].join("\n");

/** What one side says and the other does not; of columns only those. */
function without(one: readonly Statement[], other: readonly Statement[]): readonly Statement[] {
  const columns = new Map<string, Set<string>>();
  for (const statement of other) {
    const known = columns.get(keyOf(statement)) ?? new Set();
    columns.set(keyOf(statement), known);
    for (const column of statement.columns) known.add(column);
  }
  return one.flatMap((statement) => {
    const known = columns.get(keyOf(statement));
    if (known === undefined) return [statement];
    const more = statement.columns.filter((column) => !known.has(column));
    return more.length === 0 ? [] : [{ ...statement, columns: more }];
  });
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
