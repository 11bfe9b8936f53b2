import type { CatalogTable, Grant, Tags, Target } from "./types";

/** Columns of a table that grants let a principal select. Lake Formation adds grants up; none takes anything away. */
export function selectable(
  grants: readonly Grant[],
  principals: readonly string[],
  catalogId: string,
  table: CatalogTable,
): ReadonlySet<string> {
  const targets = grants
    .filter(({ principal, permissions }) => principals.includes(principal) && allows(permissions, "SELECT"))
    .map(({ target }) => target)
    .filter((target) => target.catalogId === catalogId);
  return new Set(
    table.columns.filter((column) => targets.some((target) => covers(target, table, column))).map(({ name }) => name),
  );
}

/** Whether a grant's permissions include one. */
export function allows(permissions: readonly string[], wanted: string): boolean {
  return permissions.includes(wanted) || permissions.includes("ALL");
}

function covers(target: Target, table: CatalogTable, column: { readonly name: string; readonly tags: Tags }): boolean {
  if (target.kind === "database") return false;
  if (target.kind === "tags") return target.on === "TABLE" && tagsMatch(target.expression, column.tags);
  const named = target.database === table.database && (target.table ?? table.name) === table.name;
  return named && (target.columns?.includes(column.name) ?? !target.excluded.includes(column.name));
}

/** Whether tags satisfy an expression; `*` stands for every value. */
export function tagsMatch(expression: Readonly<Record<string, readonly string[]>>, tags: Tags): boolean {
  return Object.entries(expression).every(([key, values]) => {
    const value = tags[key];
    return value !== undefined && (values.includes(value) || values.includes("*"));
  });
}
