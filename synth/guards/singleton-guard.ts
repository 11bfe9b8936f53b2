import { accountOf, type Element } from "../terraform-json";
import type { OutputGuard } from "./output-guard";

/** Settings that exist once per account (and Region): a second owner would overwrite the first one's at each apply. */
const SINGLETON_TYPES = new Set([
  "aws_lakeformation_data_lake_settings",
  "aws_glue_data_catalog_encryption_settings",
  "aws_glue_resource_policy",
  "aws_s3_account_public_access_block",
  "aws_ebs_encryption_by_default",
]);

/** Roles that AWS services look for by these exact names. */
const SINGLETON_ROLES = new Set(["dms-vpc-role", "dms-cloudwatch-logs-role"]);

function singletonName({ type, body }: Element): string | undefined {
  if (SINGLETON_TYPES.has(type)) return type;
  const role = body["name"];
  return type === "aws_iam_role" && typeof role === "string" && SINGLETON_ROLES.has(role) ? `role ${role}` : undefined;
}

/** Each singleton has one owner per account and Region, over all stacks. */
export const singletonGuard: OutputGuard = ({ stacks, elements }) => {
  const places = new Map(stacks.map((stack) => [stack.id, accountOf(stack)]));
  const owners = new Map<string, Element>();
  return elements.flatMap((element) => {
    const name = element.kind === "resource" ? singletonName(element) : undefined;
    if (name === undefined) return [];
    const key = `${name} ${places.get(element.stack) ?? element.stack}`;
    const owner = owners.get(key);
    if (owner === undefined) {
      owners.set(key, element);
      return [];
    }
    return [
      {
        stack: element.stack,
        place: element.address,
        cause: `${name} exists once per account and Region, and ${owner.stack} (${owner.address}) owns it already`,
        remedy: "keep it in one stack of the account",
      },
    ];
  });
};
