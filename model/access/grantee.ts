import type { ConsumerAccount } from "../landscape/types";

/**
 * Principal of grants by LF-tags to a consumer: the account, or the organization or organizational unit that its entry
 * names. Row filters and single tables are always granted to the account.
 * https://docs.aws.amazon.com/lake-formation/latest/dg/granting-catalog-perms-TBAC.html
 */
export function grantee({ id, grantTo }: ConsumerAccount): string {
  if (grantTo === undefined || grantTo === "account") return id;
  return "organization" in grantTo ? grantTo.organization : grantTo.organizationalUnit;
}
