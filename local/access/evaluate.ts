import { allows, selectable } from "./selectable";
import type { AccessRow, CatalogTable, LiveConsumer, LiveGovernance } from "./types";

/**
 * What a role may read, table by table: the columns that governance shares with the role's account and that the account
 * grants on to the role, provided that the role can find them through a resource link. Tables that nobody granted to the
 * role are left out.
 */
export function evaluateRole(governance: LiveGovernance, consumer: LiveConsumer, role: string): readonly AccessRow[] {
  return governance.tables.flatMap((table) => {
    const row = evaluateTable(governance, consumer, role, table);
    return row === undefined ? [] : [row];
  });
}

function evaluateTable(
  governance: LiveGovernance,
  consumer: LiveConsumer,
  role: string,
  table: CatalogTable,
): AccessRow | undefined {
  // Lake Formation knows a group of all principals of an account besides the single ones.
  const principals = [`arn:aws:iam::${consumer.id}:role/${role}`, `${consumer.id}:IAMPrincipals`];
  const granted = selectable(consumer.grants, principals, governance.id, table);
  const shared = selectable(governance.grants, [consumer.id], governance.id, table);
  const reach = [...granted].filter((column) => shared.has(column));
  const reason = obstacle(governance, consumer, role, principals, table, { granted, shared, reach });
  if (reason === "nobody granted it") return undefined;

  const names = table.columns.map(({ name }) => name);
  const readable = reason === undefined ? names.filter((name) => reach.includes(name)) : [];
  return {
    account: consumer.name,
    role,
    table: `${table.database}.${table.name}`,
    readable,
    hidden: names.filter((name) => !readable.includes(name)),
    ...(reason === undefined ? {} : { reason }),
  };
}

function obstacle(
  governance: LiveGovernance,
  consumer: LiveConsumer,
  role: string,
  principals: readonly string[],
  table: CatalogTable,
  columns: {
    readonly granted: ReadonlySet<string>;
    readonly shared: ReadonlySet<string>;
    readonly reach: readonly string[];
  },
): string | undefined {
  if (columns.granted.size === 0) return "nobody granted it";
  if (!consumer.roles.includes(role)) return "the role does not exist";
  if (columns.reach.length === 0) return "governance does not share these columns with the account";
  const links = consumer.links.filter(
    ({ catalogId, database }) => catalogId === governance.id && database === table.database,
  );
  if (links.length === 0) return `no resource link to ${table.database}`;
  const described = consumer.grants.some(
    ({ principal, permissions, target }) =>
      principals.includes(principal) &&
      allows(permissions, "DESCRIBE") &&
      target.kind === "database" &&
      target.catalogId === consumer.id &&
      links.some(({ name }) => name === target.database),
  );
  return described ? undefined : `no DESCRIBE on the resource link to ${table.database}`;
}
