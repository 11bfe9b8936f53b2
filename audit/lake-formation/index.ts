/** What Lake Formation gives to whom: grants, administrators, creators, defaults. */
import type { Facts, SettingsFact } from "../facts/types";
import type { Cell } from "../matrix/types";
import type { Cause, Undecided } from "../types";
import { Catalog } from "./catalog";
import { cellsOf, type Holding, holdings } from "./cells";
import { claimsOf } from "./claims";
import { accountNamed, type Delegation, delegated, isOrganization } from "./delegate";

/** Who is meant by everybody whom IAM lets. */
export const IAM_ALLOWED_PRINCIPALS = "IAM_ALLOWED_PRINCIPALS";

export interface LakeFormation {
  readonly catalog: Catalog;
  readonly cells: readonly Cell[];
  /** What each principal holds on each place, before it is added up. */
  readonly holdings: readonly Holding[];
  readonly exceeding: Delegation["exceeding"];
  readonly undecided: readonly Undecided[];
}

export function lakeFormation(facts: Facts): LakeFormation {
  const catalog = new Catalog(facts);
  const { held, exceeding } = delegated(
    facts.grants.flatMap((grant) => claimsOf(catalog, grant)),
    (account) => catalog.knows(account),
  );
  const byHolder = holdings(held);
  return {
    catalog,
    cells: [
      ...facts.settings.flatMap(administration),
      ...facts.databases.flatMap(({ catalog: account, name, creator, cause }) =>
        creator === undefined ? [] : [whole(creator, account, "CREATOR", [cause], { database: name })],
      ),
      ...facts.grants.flatMap(others),
      ...defaults(facts, catalog),
      ...byHolder.flatMap(cellsOf),
    ],
    holdings: byHolder,
    exceeding,
    undecided: [
      ...openGrants(facts, catalog),
      ...openAccounts(
        facts,
        held.map(({ principal }) => principal),
      ),
    ],
  };
}

const whole = (
  principal: string,
  catalog: string,
  permission: string,
  causes: readonly Cause[],
  more: Partial<Cell> = {},
): Cell => ({
  principal,
  catalog,
  permission,
  columns: [],
  rows: [],
  grantable: false,
  decision: "allowed",
  reasons: [],
  causes,
  ...more,
});

/** Administrators hold nothing on tables, but may give themselves everything. */
function administration({ account, administrators, readOnlyAdministrators, cause }: SettingsFact): readonly Cell[] {
  return [
    ...administrators.map((principal) => whole(principal, account, "ADMINISTER", [cause], { grantable: true })),
    ...readOnlyAdministrators.map((principal) => whole(principal, account, "READ_ONLY_ADMINISTER", [cause])),
  ];
}

/** Permissions on the catalog, on places in S3 and on LF-tags. */
function others({ principal, permissions, grantable, target, cause }: Facts["grants"][number]): readonly Cell[] {
  const extent =
    target.kind === "catalog"
      ? {}
      : target.kind === "location"
        ? { location: target.arn }
        : target.kind === "tag"
          ? { tag: `${target.key}=${target.values.join("|")}` }
          : undefined;
  if (extent === undefined) return [];
  return permissions.map((permission) =>
    whole(principal, target.catalog, permission, [cause], { ...extent, grantable: grantable.includes(permission) }),
  );
}

/**
 * Default permissions on what is new. An account that sets nothing has AWS's default: everybody whom IAM lets may do
 * everything with new databases and tables.
 * https://docs.aws.amazon.com/lake-formation/latest/dg/change-settings.html
 */
function defaults({ settings }: Facts, catalog: Catalog): readonly Cell[] {
  const byAccount = new Map(settings.map((each) => [each.account, each]));
  return [...catalog.databases, ...catalog.tables].flatMap((place): readonly Cell[] => {
    const { cause } = place;
    if (!place.declared) return [];
    const found = byAccount.get(place.catalog);
    const extent = {
      database: place.database,
      ...(place.table === undefined ? {} : { table: place.table, columns: place.columns.map(({ name }) => name) }),
    };
    if (found === undefined) {
      const reason = `no stack sets Lake Formation's default permissions of ${place.catalog}; AWS's default is everything for everybody whom IAM lets`;
      return [
        whole(IAM_ALLOWED_PRINCIPALS, place.catalog, "ALL", [cause], {
          ...extent,
          decision: "undecided",
          reasons: [reason],
        }),
      ];
    }
    const principals = place.table === undefined ? found.databaseDefaults : found.tableDefaults;
    return principals.map((principal) => whole(principal, place.catalog, "ALL", [found.cause, cause], extent));
  });
}

/** Grants by tags on catalogs of which nothing is known, and grants whose place is open. */
const openGrants = ({ grants }: Facts, catalog: Catalog): readonly Undecided[] =>
  grants.flatMap(({ target, cause }): readonly Undecided[] =>
    target.kind === "tags" && !catalog.knows(target.catalog)
      ? [
          {
            sentence: `Which databases and tables a grant by LF-tags reaches in the catalog of ${target.catalog}`,
            reason: "no stack holds this catalog",
            causes: [cause],
          },
        ]
      : [],
  );

/** Accounts and organizations that got something, and of which no stack shows what they hand on. */
function openAccounts({ accounts, grants }: Facts, principals: readonly string[]): readonly Undecided[] {
  const unknown = [...new Set(principals)].filter((principal) => {
    const account = accountNamed(principal);
    return isOrganization(principal) || (account !== undefined && !accounts.has(account));
  });
  return unknown.toSorted().map((principal) => ({
    sentence: `To whom ${principal} hands on what it gets`,
    reason: isOrganization(principal) ? "its accounts are not in the JSON" : "no stack acts in this account",
    causes: grants.filter((grant) => grant.principal === principal).map(({ cause }) => cause),
  }));
}
