import { contextOf, ownSide } from "../../audit/direct/principal";
import type { IdentityFact } from "../../audit/facts/types";

/** Roles of an account whose live policies let them start queries in a workgroup. */
export function workgroupUsers(
  identities: readonly IdentityFact[],
  { region, account, workgroup }: { readonly region: string; readonly account: string; readonly workgroup: string },
): readonly IdentityFact[] {
  return identities.filter((identity) => {
    const [, partition = "aws"] = identity.arn.split(":");
    const resource = `arn:${partition}:athena:${region}:${account}:workgroup/${workgroup}`;
    const request = { action: "athena:StartQueryExecution", resource, context: contextOf(identity, null) };
    return identity.kind === "role" && ownSide(identity, request).effect === "allow";
  });
}
