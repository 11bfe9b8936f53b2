import { type Row, rowMatches } from "./row-filter";
import type { Column, Grant, Permissions, Table, Target } from "./types";

/** Somebody who asks: a role of an account. */
export interface Reader {
  readonly account: string;
  readonly roleArn: string;
}

/** Database that Athena describes before every query. */
const DEFAULT = "default";

/**
 * Whether a reader of another account sees a column of a row. Two grants must let it: the owner's to the reader's account,
 * with the right to hand it on, and the account's to the role. Beside them the role must find the table through a link.
 * Grants add up on each side; none takes anything away.
 */
export function mayRead(permissions: Permissions, reader: Reader, table: Table, column: Column, row: Row): boolean {
  const shows = (grant: Grant): boolean => covers(permissions, grant.target, table, column, row);
  const selects = permissions.grants.filter((grant) => grant.permissions.includes("SELECT"));
  return (
    permissions.roles.includes(reader.roleArn) &&
    findsTables(permissions, reader, table) &&
    selects.some((grant) => grant.by === reader.account && grant.principal === reader.roleArn && shows(grant)) &&
    selects.some(
      (grant) =>
        grant.by === table.catalog &&
        grant.grantable.includes("SELECT") &&
        isOrIncludes(grant.principal, reader.account) &&
        shows(grant),
    )
  );
}

/** An organization or organizational unit may include any account: an auditor assumes that it does. */
const isOrIncludes = (principal: string, account: string): boolean =>
  principal === account || principal.startsWith("arn:aws:organizations:");

/** Whether a role may describe the default database, a link to the table's database, and the database behind it. */
function findsTables({ grants, links }: Permissions, { account, roleArn }: Reader, table: Table): boolean {
  const describes = (catalog: string, database: string): boolean =>
    grants.some(
      ({ by, principal, permissions, target }) =>
        by === account &&
        principal === roleArn &&
        permissions.includes("DESCRIBE") &&
        target.kind === "database" &&
        target.catalog === catalog &&
        target.database === database,
    );
  return (
    describes(account, DEFAULT) &&
    describes(table.catalog, table.database) &&
    links.some(
      (link) =>
        link.account === account &&
        link.catalog === table.catalog &&
        link.database === table.database &&
        describes(account, link.name),
    )
  );
}

function covers({ filters }: Permissions, target: Target, table: Table, column: Column, row: Row): boolean {
  if (target.catalog !== table.catalog) return false;
  switch (target.kind) {
    case "database":
      return false;
    case "tags":
      return (
        target.resource === "TABLE" &&
        Object.entries(target.expression).every(([key, values]) => values.includes(column.tags[key] ?? ""))
      );
    case "columns":
      return (
        target.database === table.database &&
        (target.table ?? table.name) === table.name &&
        (target.columns?.includes(column.name) ?? true)
      );
    case "filter":
      return filters.some(
        (filter) =>
          filter.name === target.name &&
          filter.catalog === target.catalog &&
          filter.database === target.database &&
          filter.table === target.table &&
          filter.database === table.database &&
          filter.table === table.name &&
          filter.columns.includes(column.name) &&
          (filter.condition === undefined || rowMatches(filter.condition, row)),
      );
  }
}
