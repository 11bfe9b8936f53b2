import { groupBy } from "../../group";
import { finding } from "../../types";
import type { Cell } from "../types";
import type { AccessContext, AccessRule } from "./context";

const accountOf = (principal: string): string | undefined => /^arn:[\w-]+:iam::(\d{12}):/.exec(principal)?.[1];

/** SELECT cells of principals outside the catalog's account, by their account, catalog and database. */
function selectsAbroad({ lake }: AccessContext): ReadonlyMap<string, readonly Cell[]> {
  const abroad = lake.cells.filter(
    ({ permission, principal, catalog }) =>
      permission === "SELECT" && accountOf(principal) !== undefined && accountOf(principal) !== catalog,
  );
  return groupBy(abroad, ({ principal, catalog, database = "" }) =>
    [accountOf(principal), catalog, database].join("\n"),
  );
}

/** A link shows a name and nothing behind it. */
export const linkWithoutGrant: AccessRule = (context) => {
  const selects = selectsAbroad(context);
  return context.facts.links.flatMap(({ account, name, catalog, database, table, cause }) => {
    const behind = selects.get([account, catalog, database].join("\n")) ?? [];
    if (behind.some((cell) => table === undefined || cell.table === table || cell.table === "*")) return [];
    return [
      finding({
        rule: "link-without-grant",
        severity: "medium",
        subject: `${name} of ${account}`,
        sentence: `Link ${name} of account ${account} stands for ${database}${table === undefined ? "" : `.${table}`} of ${catalog}, of which nobody in the account may read anything.`,
        remedy: "Grant SELECT on the tables behind it, or take the link away.",
        causes: [cause],
      }),
    ];
  });
};

/** Athena finds another account's tables by a link that the role may describe. */
export const grantWithoutLink: AccessRule = (context) => {
  const { facts, lake } = context;
  const describes = new Set(
    lake.cells.flatMap(({ principal, catalog, database = "", permission, table }) =>
      permission === "DESCRIBE" && table === undefined ? [[principal, catalog, database].join("\n")] : [],
    ),
  );
  const links = groupBy(facts.links, ({ account, catalog, database }) => [account, catalog, database].join("\n"));
  return [...selectsAbroad(context)].flatMap(([key, cells]) =>
    [...groupBy(cells, ({ principal }) => principal)].flatMap(([principal, [cell, ...more]]) => {
      if (cell === undefined) return [];
      const { catalog, database = "" } = cell;
      const usable = (links.get(key) ?? []).some(
        ({ account, name, table }) => table !== undefined || describes.has([principal, account, name].join("\n")),
      );
      if (usable) return [];
      const tables = [cell, ...more].map(({ table }) => table ?? "");
      return [
        finding({
          rule: "grant-without-link",
          severity: "low",
          subject: `${principal} on ${database} of ${catalog}`,
          sentence: `${principal} may read ${[...new Set(tables)].join(", ")} of ${database} of ${catalog}, but has no link to it that it may describe: Athena does not find it.`,
          remedy: "Make a resource link in the principal's account and grant DESCRIBE on it, or take the grant away.",
          causes: [...new Set([cell, ...more].flatMap(({ causes }) => causes))],
        }),
      ];
    }),
  );
};
