import { type Control, eachResource } from "../check/control";
import { all, on } from "../check/judge";
import { cis, fsbp, pci } from "../check/references";

const SETTINGS = ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"];

export const accountNotPublic: Control = {
  id: "account-not-public",
  sentence: "An account's public access block for S3 blocks in all four ways.",
  reason: "It also holds for buckets that nobody thought of.",
  remedy: "set all four settings of aws_s3_account_public_access_block",
  severity: "high",
  references: [...fsbp("S3.1"), ...cis("2.1.4"), ...pci("1.4.4")],
  check: eachResource(["aws_s3_account_public_access_block"], ({ body }) =>
    all(...SETTINGS.map((setting) => on(setting, body[setting]))),
  ),
};
