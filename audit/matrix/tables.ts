import type { Catalog, Place } from "../lake-formation/catalog";
import { mayOverlap } from "../policy/match";
import type { LakeTable } from "./types";

const S3_URL = /^s3[an]?:\/\/([^/]+)\/?(.*)$/;

/** A table for the published matrix. */
export function toLakeTable({ catalog, database, table = "", columns, location, cause }: Place): LakeTable {
  return {
    catalog,
    database,
    name: table,
    ...(location === undefined ? {} : { location }),
    columns: columns.map(({ name, type, tags }) => ({
      name,
      type,
      tags: Object.fromEntries([...tags].map(([key, { value }]) => [key, value])),
    })),
    cause,
  };
}

/** Name of a table that no other table has: `111122223333.loans.loan`. */
export const tableId = ({ catalog, database, table = "" }: Pick<Place, "catalog" | "database" | "table">): string =>
  `${catalog}.${database}.${table}`;

/** Finds the tables whose files lie where patterns of object keys reach. */
export function tablesAt(catalog: Catalog): (bucket: string, objects: readonly string[]) => readonly string[] {
  const byBucket = new Map<string, { readonly name: string; readonly prefix: string }[]>();
  for (const place of catalog.tables) {
    const { location } = place;
    const [, bucket = "", path = ""] = S3_URL.exec(location ?? "") ?? [];
    if (bucket === "") continue;
    const entry = { name: tableId(place), prefix: path };
    const list = byBucket.get(bucket);
    if (list === undefined) byBucket.set(bucket, [entry]);
    else list.push(entry);
  }
  return (bucket, objects) =>
    (byBucket.get(bucket) ?? [])
      .filter(({ prefix }) => objects.some((pattern) => pattern === "*" || mayOverlap(pattern, `${prefix}*`)))
      .map(({ name }) => name)
      .toSorted();
}
