import type { ColumnChoice, GrantTarget } from "./types";

/** What a grant is about, in words. */
export function describeTarget(target: GrantTarget): string {
  switch (target.kind) {
    case "catalog":
      return `the catalog of ${target.catalog}`;
    case "database":
      return `database ${target.database} of ${target.catalog}`;
    case "table":
      return `${describeColumns(target.columns)}${target.database}.${target.table ?? "*"} of ${target.catalog}`;
    case "filter":
      return `filter ${target.name} of ${target.database}.${target.table} of ${target.catalog}`;
    case "tags":
      return `${target.resource === "TABLE" ? "tables" : "databases"} of ${target.catalog} with ${describeExpression(target.expression)}`;
    case "location":
      return target.arn;
    case "tag":
      return `LF-tag ${target.key}=${target.values.join("|")} of ${target.catalog}`;
  }
}

/** An LF-tag expression as text. */
export const describeExpression = (expression: ReadonlyMap<string, readonly string[]>): string =>
  [...expression].map(([key, values]) => `${key}=${values.join("|")}`).join(" and ");

function describeColumns(columns: ColumnChoice): string {
  if (columns.kind === "all") return "";
  return columns.kind === "only"
    ? `columns ${columns.names.join(", ")} of `
    : `all columns but ${columns.names.join(", ")} of `;
}

/** Bucket of a location: `arn:aws:s3:::bucket/prefix`. */
export const bucketOf = (arn: string): string => arn.replace(/^arn:[\w-]+:s3:::/, "").split("/")[0] ?? "";
