import { accountAndRegionOf, accountOf, type Element } from "../terraform-json";
import type { OutputGuard } from "./output-guard";

/** Settings that exist once per account and Region: a second owner would overwrite the first one's at each apply. */
const REGIONAL = new Set([
  "aws_lakeformation_data_lake_settings",
  "aws_glue_data_catalog_encryption_settings",
  "aws_glue_resource_policy",
  "aws_ebs_encryption_by_default",
]);

/** Settings that exist once per account, whatever the Region. */
const GLOBAL = new Set(["aws_s3_account_public_access_block"]);

/** Roles that AWS services look for by these exact names. */
const SINGLETON_ROLES = new Set(["dms-vpc-role", "dms-cloudwatch-logs-role"]);

interface Singleton {
  readonly name: string;
  readonly reach: "account" | "account and Region";
}

function singleton({ type, body }: Element): Singleton | undefined {
  if (REGIONAL.has(type)) return { name: type, reach: "account and Region" };
  if (GLOBAL.has(type)) return { name: type, reach: "account" };
  const role = body["name"];
  return type === "aws_iam_role" && typeof role === "string" && SINGLETON_ROLES.has(role)
    ? { name: `role ${role}`, reach: "account" }
    : undefined;
}

/** Each singleton has one owner, over all stacks. */
export const singletonGuard: OutputGuard = ({ stacks, elements }) => {
  const places = new Map(
    stacks.map((stack) => [stack.id, { account: accountOf(stack), "account and Region": accountAndRegionOf(stack) }]),
  );
  const owners = new Map<string, Element>();
  return elements.flatMap((element) => {
    const found = element.kind === "resource" ? singleton(element) : undefined;
    if (found === undefined) return [];
    const { name, reach } = found;
    const key = `${name} ${places.get(element.stack)?.[reach] ?? element.stack}`;
    const owner = owners.get(key);
    if (owner === undefined) {
      owners.set(key, element);
      return [];
    }
    return [
      {
        stack: element.stack,
        place: element.address,
        cause: `${name} exists once per ${reach}, and ${owner.stack} (${owner.address}) owns it already`,
        remedy: "keep it in one stack of the account",
      },
    ];
  });
};
