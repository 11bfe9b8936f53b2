import { groupBy } from "../../group";
import { finding } from "../../types";
import type { AccessRule } from "./context";

/** A list of columns that are left out lets every later column in. */
export const grantByExclusion: AccessRule = ({ facts }) => [
  ...facts.grants.flatMap(({ target, principal, cause }) =>
    target.kind === "table" && target.columns.kind === "except"
      ? [excluding(`${principal} on ${target.database}.${target.table ?? "*"}`, target.columns.names, cause)]
      : [],
  ),
  ...facts.filters.flatMap(({ database, table, name, columns, cause }) =>
    columns.kind === "except" ? [excluding(`filter ${name} of ${database}.${table}`, columns.names, cause)] : [],
  ),
];

const excluding = (subject: string, names: readonly string[], cause: Parameters<typeof finding>[0]["causes"][number]) =>
  finding({
    rule: "grant-by-exclusion",
    severity: "low",
    subject,
    sentence: `${subject} is granted all columns but ${names.join(", ")}: a column that is added later is readable at once.`,
    remedy: "List the columns that may be read.",
    causes: [cause],
  });

/** Accounts hand on; a role that may do so is a second steward. */
export const roleMayHandOn: AccessRule = ({ lake }) => {
  const cells = lake.cells.filter(
    ({ grantable, principal, permission }) =>
      grantable && permission !== "ADMINISTER" && /^arn:[\w-]+:iam::[^:]*:(role|user)\//.test(principal),
  );
  return [...groupBy(cells, ({ principal, catalog, database = "" }) => [principal, catalog, database].join("\n"))].map(
    ([key, [first, ...rest]]) => {
      const [principal = "", catalog = "", database = ""] = key.split("\n");
      const all = first === undefined ? rest : [first, ...rest];
      const what = [...new Set(all.map(({ permission }) => permission))].join(", ");
      return finding({
        rule: "role-may-hand-on",
        severity: "medium",
        subject: `${principal} on ${database === "" ? "the catalog" : database} of ${catalog}`,
        sentence: `${principal} may hand on ${what} on ${database === "" ? "the catalog" : database} of ${catalog} to others.`,
        remedy: "Grant it without grant option.",
        causes: [...new Set(all.flatMap(({ causes }) => causes))],
      });
    },
  );
};

/** In hybrid mode only those who opted in are governed. */
export const hybridAccess: AccessRule = ({ facts }) =>
  facts.locations
    .filter(({ hybrid }) => hybrid)
    .map(({ arn, account, cause }) =>
      finding({
        rule: "hybrid-access",
        severity: "medium",
        subject: `${arn} of ${account}`,
        sentence: `Lake Formation governs ${arn} for those only who opted in: for everybody else IAM decides.`,
        remedy: "Register the location without hybrid access.",
        causes: [cause],
      }),
    );
