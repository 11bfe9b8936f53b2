import { at, type Control } from "../check/control";
import { fail, PASS } from "../check/judge";
import type { Resource } from "../output/types";

/** Settings that exist once per account and Region. */
const REGIONAL = [
  "aws_lakeformation_data_lake_settings",
  "aws_glue_data_catalog_encryption_settings",
  "aws_glue_resource_policy",
  "aws_ebs_encryption_by_default",
];

/** Settings that exist once per account. */
const GLOBAL = ["aws_s3_account_public_access_block", "aws_iam_account_password_policy", "aws_iam_account_alias"];

/** Roles that services look for by their names, once per account. */
const ROLES = new Set(["dms-vpc-role", "dms-cloudwatch-logs-role", "dms-access-for-endpoint"]);

function singleton({ type, account, region, body }: Resource): string | undefined {
  if (REGIONAL.includes(type)) return `${type} of ${account} in ${region}`;
  if (GLOBAL.includes(type)) return `${type} of ${account}`;
  const name = String(body["name"]);
  return type === "aws_iam_role" && ROLES.has(name) ? `role ${name} of ${account}` : undefined;
}

export const oneOwner: Control = {
  id: "one-owner",
  sentence: "What exists once per account and Region belongs to one stack.",
  reason: "Two owners overwrite each other at every apply: administrators of the lake come and go.",
  remedy: "keep it in one stack of the account",
  severity: "high",
  references: [],
  check: (world) => {
    const owners = new Map<string, Resource>();
    return world.of(...REGIONAL, ...GLOBAL, "aws_iam_role").flatMap((resource) => {
      const key = singleton(resource);
      if (key === undefined) return [];
      const owner = owners.get(key);
      owners.set(key, owner ?? resource);
      return [at(resource, owner === undefined ? PASS : fail(`${owner.address} of ${owner.stack} owns it already`))];
    });
  },
};
