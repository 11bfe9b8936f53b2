import { accountAndRegionOf, blocks, type Element } from "../../terraform-json";
import type { OutputGuard } from "../output-guard";

/** Permissions that mean something on the target of a link only. */
const TARGET_ONLY = ["SELECT", "INSERT", "DELETE", "ALTER"];

/** Databases of tables that are granted without saying whose catalog they are in. */
function localDatabases({ type, body }: Element): readonly string[] {
  const permissions: unknown = body["permissions"];
  const reads = Array.isArray(permissions) && TARGET_ONLY.some((permission) => permissions.includes(permission));
  if (type !== "aws_lakeformation_permissions" || !reads) return [];
  return [...blocks(body["table"]), ...blocks(body["table_with_columns"])]
    .filter((table) => !("catalog_id" in table))
    .map((table) => String(table["database_name"]));
}

/** hashicorp/terraform-provider-aws#49669: grants on a shared table through its link are replaced at every plan. */
export const linkGrant: OutputGuard = ({ stacks, elements }) => {
  const accounts = new Map(stacks.map((stack) => [stack.id, accountAndRegionOf(stack)]));
  const place = (stack: string, database: unknown): string => `${accounts.get(stack) ?? stack} ${String(database)}`;
  const links = new Set(
    elements
      .filter(({ type, body }) => type === "aws_glue_catalog_database" && blocks(body["target_database"]).length > 0)
      .map(({ stack, body }) => place(stack, body["name"])),
  );
  return elements.flatMap((element) =>
    localDatabases(element)
      .filter((database) => links.has(place(element.stack, database)))
      .map((database) => ({
        stack: element.stack,
        place: element.address,
        cause: `the grant is on a table of the resource link ${database}, where it is replaced at every plan (hashicorp/terraform-provider-aws#49669)`,
        remedy: "name the catalog_id of the account that owns the table",
      })),
  );
};
