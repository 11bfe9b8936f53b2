/** What each grant alone gives: to whom, which permission, on which place, which columns and rows. */
import type { ColumnChoice, GrantFact } from "../facts/types";
import { reasonsIn } from "../output/tokens";
import type { Cause } from "../types";
import type { Catalog, Place } from "./catalog";
import { satisfying } from "./expression";

export interface Claim {
  /** Account that grants. */
  readonly by: string;
  readonly principal: string;
  readonly place: Place;
  readonly permission: string;
  /** Names of the columns; nothing for what has no columns. */
  readonly columns?: ReadonlySet<string>;
  /** Conditions that a row must meet, all of them; none means all rows. */
  readonly conditions: readonly string[];
  readonly grantable: boolean;
  /** Why it is undecided; empty when it is not. */
  readonly open: readonly string[];
  readonly causes: readonly Cause[];
  /** The grant behind it. */
  readonly grant: GrantFact;
}

/** `ALL` on a table or database: https://docs.aws.amazon.com/lake-formation/latest/dg/lf-permissions-reference.html */
const ALL_OF_TABLE = ["SELECT", "INSERT", "DELETE", "DESCRIBE", "ALTER", "DROP"];
const ALL_OF_DATABASE = ["CREATE_TABLE", "DESCRIBE", "ALTER", "DROP"];

/** Stands for all columns of a table whose columns nobody declares. */
const EVERY_COLUMN = "*";

/** Permissions that may hold for some columns only. */
const BY_COLUMN = new Set(["SELECT", "DESCRIBE"]);

/** What a grant gives on each place that it reaches. A grant on the catalog, a location or a tag gives nothing here. */
export function claimsOf(catalog: Catalog, grant: GrantFact): readonly Claim[] {
  const { target } = grant;
  switch (target.kind) {
    case "database":
      return present(catalog.database(target.catalog, target.database)).flatMap((place) =>
        onPlace(grant, place, ALL_OF_DATABASE),
      );
    case "table": {
      const places =
        target.table === undefined
          ? catalog.tablesOf(target.catalog, target.database)
          : present(catalog.table(target.catalog, target.database, target.table));
      return places.flatMap((place) => onPlace(grant, place, ALL_OF_TABLE, { columns: chosen(place, target.columns) }));
    }
    case "filter":
      return present(catalog.table(target.catalog, target.database, target.table)).flatMap((place) =>
        byFilter(catalog, grant, place, target.name),
      );
    case "tags":
      return byTags(catalog, grant, target.resource, target.catalog, target.expression);
    case "catalog":
    case "location":
    case "tag":
      return [];
  }
}

/** A place as a list; the catalog knows every place that a grant names. */
const present = (place: Place | undefined): readonly Place[] => (place === undefined ? [] : [place]);

function byFilter(catalog: Catalog, grant: GrantFact, place: Place, name: string): readonly Claim[] {
  const table = place.table ?? "";
  const filter = catalog.filter(place.catalog, place.database, table, name);
  if (filter === undefined) {
    const open = [`no stack declares the filter ${name} of ${place.database}.${table}`];
    return onPlace(grant, place, ALL_OF_TABLE, { columns: chosen(place, { kind: "all" }), open });
  }
  return onPlace(grant, place, ALL_OF_TABLE, {
    columns: chosen(place, filter.columns),
    conditions: filter.condition === undefined ? [] : [filter.condition],
    causes: [filter.cause],
  });
}

interface Extent {
  readonly columns?: ReadonlySet<string>;
  readonly conditions?: readonly string[];
  readonly open?: readonly string[];
  readonly causes?: readonly Cause[];
}

function onPlace(grant: GrantFact, place: Place, all: readonly string[], extent: Extent = {}): readonly Claim[] {
  const { columns, conditions = [], open = [], causes = [] } = extent;
  const grantable = new Set(expanded(grant.grantable, all));
  return expanded(grant.permissions, all).map((permission) => ({
    by: grant.by,
    principal: grant.principal,
    place,
    permission,
    ...(columns === undefined ? {} : { columns }),
    conditions,
    grantable: grantable.has(permission),
    open: [...open, ...reasonsIn(grant.principal)],
    causes: [grant.cause, ...causes],
    grant,
  }));
}

const expanded = (permissions: readonly string[], all: readonly string[]): readonly string[] =>
  permissions.includes("ALL") ? all : permissions;

function byTags(
  catalog: Catalog,
  grant: GrantFact,
  resource: "DATABASE" | "TABLE",
  id: string,
  expression: ReadonlyMap<string, readonly string[]>,
): readonly Claim[] {
  const places = [...catalog.candidates(id, expression)];
  if (resource === "DATABASE") {
    return places.flatMap((place) => {
      const causes = place.table === undefined ? satisfying(expression, place.tags) : undefined;
      return causes === undefined ? [] : onPlace(grant, place, ALL_OF_DATABASE, { causes });
    });
  }
  return places.flatMap((place) => (place.table === undefined ? [] : onTaggedTable(grant, place, expression)));
}

/** SELECT and DESCRIBE reach the columns whose tags fit; the rest needs tags of the table that fit. */
function onTaggedTable(
  grant: GrantFact,
  place: Place,
  expression: ReadonlyMap<string, readonly string[]>,
): readonly Claim[] {
  const ofTable = satisfying(expression, place.tags);
  const columns = new Set<string>();
  const causes = new Set<Cause>();
  for (const column of place.columns) {
    const fitting = satisfying(expression, column.tags);
    if (fitting === undefined) continue;
    columns.add(column.name);
    for (const cause of fitting) causes.add(cause);
  }
  if (place.columns.length === 0 && ofTable !== undefined) {
    columns.add(EVERY_COLUMN);
    for (const cause of ofTable) causes.add(cause);
  }
  return onPlace(grant, place, ALL_OF_TABLE, { columns, causes: [...causes] }).flatMap((claim) => {
    if (BY_COLUMN.has(claim.permission)) return columns.size > 0 ? [claim] : [];
    return ofTable === undefined
      ? []
      : [{ ...claim, columns: chosen(place, { kind: "all" }), causes: [grant.cause, ...ofTable] }];
  });
}

function chosen({ columns }: Place, choice: ColumnChoice): ReadonlySet<string> {
  if (choice.kind === "only") return new Set(choice.names);
  const except = choice.kind === "except" ? choice.names : [];
  if (columns.length > 0) {
    return new Set(columns.flatMap(({ name }) => (except.includes(name) ? [] : [name])));
  }
  return new Set([except.length === 0 ? EVERY_COLUMN : `${EVERY_COLUMN} except ${except.join(", ")}`]);
}
