import { bucketOf } from "../../facts/describe";
import { OTHER_TABLES, type Place } from "../../lake-formation/catalog";
import { finding } from "../../types";
import { tableId } from "../tables";
import type { Cell, LakeTable } from "../types";
import type { AccessContext, AccessRule } from "./context";

/**
 * Who reads files directly sees all columns and rows. That is worth telling unless Lake Formation shows the principal all of
 * the table too, or it is the role by which Lake Formation itself reads. Only places that Lake Formation governs count.
 */
export const pastLakeFormation: AccessRule = (context) => {
  const { facts, buckets, lake } = context;
  const governed = new Set(facts.locations.map(({ arn }) => bucketOf(arn)));
  const registered = new Set(facts.locations.map(({ arn, role }) => `${role ?? ""}\n${bucketOf(arn)}`));
  const places = new Map(lake.catalog.tables.map((place) => [tableId(place), place]));
  const seen = readableWhole(context);
  return buckets.flatMap((path) => {
    const { principal, bucket, access, objects, tables, causes, key, decision } = path;
    if (access !== "read" || decision !== "allowed" || key?.decision === "denied") return [];
    if (objects.every(isTableMetadata)) return [];
    if (!governed.has(bucket) || registered.has(`${principal}\n${bucket}`)) return [];
    const hidden = tables.filter((table) => {
      const place = places.get(table);
      return place !== undefined && place.table !== OTHER_TABLES && !seen.has(seenKey(principal, place));
    });
    if (hidden.length === 0 && tables.length > 0) return [];
    return [
      finding({
        rule: "past-lake-formation",
        severity: "high",
        subject: `${principal} in ${bucket}`,
        sentence: `${principal} reads ${objects.join(", ")} of ${bucket} in S3, past Lake Formation, which does not show it ${hidden.length === 0 ? "anything there" : `all of ${hidden.join(", ")}`}.`,
        remedy: "Take the S3 permission away and grant the tables by Lake Formation.",
        causes,
      }),
    ];
  });
};

/** Iceberg keeps a table's schema, snapshots and statistics in this folder, and its rows elsewhere: https://iceberg.apache.org/spec/ */
const isTableMetadata = (pattern: string): boolean => /(^|\/)metadata\/[^/]*$/.test(pattern);

const seenKey = (principal: string, { catalog, database, table = "" }: Place | SeenPlace): string =>
  [principal, catalog, database, table].join("\n");

type SeenPlace = Pick<Cell, "catalog" | "table"> & { readonly database: LakeTable["database"] };

/** Tables of which Lake Formation shows a principal all columns and rows. */
function readableWhole({ lake }: AccessContext): ReadonlySet<string> {
  const columns = new Map(lake.catalog.tables.map((place) => [seenKey("", place), place.columns.length] as const));
  const seen = new Set<string>();
  for (const {
    principal,
    catalog,
    database = "",
    table = "",
    permission,
    columns: shown,
    rows,
    decision,
  } of lake.cells) {
    if (permission !== "SELECT" || rows.length > 0 || decision !== "allowed" || table === "") continue;
    const place = { catalog, database, table };
    if (shown.includes("*") || shown.length === columns.get(seenKey("", place))) seen.add(seenKey(principal, place));
  }
  return seen;
}
