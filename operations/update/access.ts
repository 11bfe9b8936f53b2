import { type Statement, statementsOf, statementsWithout } from "../../audit/matrix/reader-statements";
import type { Change } from "./types";
import type { Version } from "./versions";

/** Names of the governance accounts, whose tables are named without their catalog. */
type Owners = ReadonlySet<string>;

/** Who may do more than was recorded. */
export const gained = (versions: readonly Version[], owners: Owners): readonly Change[] =>
  versions.flatMap(({ file, environment, before, after }) => {
    const [old, now] = [statementsOf(before), statementsOf(after)];
    const more = statementsWithout(now, old).filter((statement) => !old.some((each) => includes(each, statement)));
    return inWords(file, more, owners).map((text) => ({ text, environment }));
  });

/** Whether somebody who may see all rows is told to see some of them. */
const includes = (all: Statement, some: Statement): boolean =>
  all.principal === some.principal &&
  all.what === some.what &&
  all.extent === "" &&
  some.extent.startsWith(" where ") &&
  some.columns.every((column) => all.columns.includes(column));

/** Who may do less. */
export const lost = (versions: readonly Version[], owners: Owners): readonly Change[] =>
  gained(
    versions.map((version) => ({ ...version, before: version.after, after: version.before })),
    owners,
  );

/** Statements in words, permissions on the same thing together. */
function inWords(file: string, statements: readonly Statement[], owners: Owners): readonly string[] {
  const verbs = new Map<string, string[]>();
  for (const { principal, what, columns, extent, permission } of statements) {
    const [verb = "", ...place] = permission ? what.split(" ") : ["", what];
    const which = columns.length === 0 ? "" : ` (${columns.join(", ")})`;
    const where = place
      .join(" ")
      .replace(/^\{(\w+)\}\./, (catalog, owner: string) => (owners.has(owner) ? "" : catalog));
    const key = `${whoIs(file, principal)}\n${where}${which}${extent}`;
    verbs.set(key, [...(verbs.get(key) ?? []), verb]);
  }
  return [...verbs].map(([key, each]) => {
    const [who = "", rest = ""] = key.split("\n");
    return [`${who}:`, each.filter((verb) => verb !== "").join(", "), rest].filter((part) => part !== "").join(" ");
  });
}

const whoIs = (file: string, principal: string): string =>
  principal === `{${file}}`
    ? `account ${file}`
    : `${principal.replace(/^arn:[^:]*:iam::[^:]*:(?:role|user)\//, "")} (${file})`;
