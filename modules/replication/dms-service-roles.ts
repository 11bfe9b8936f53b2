import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Construct } from "constructs";
import type { Account } from "../../model/landscape/types";
import { serviceTrust } from "../../model/policy/trust";
import { boundaryOf } from "../role/boundary";
import { OnlyPolicies } from "../role/only-policies";

/**
 * DMS looks for these two roles by name, once per account.
 * https://docs.aws.amazon.com/dms/latest/userguide/security-iam.html#CHAP_Security.APIRole
 */
const ROLES = [
  { name: "dms-vpc-role", policy: "AmazonDMSVPCManagementRole" },
  { name: "dms-cloudwatch-logs-role", policy: "AmazonDMSCloudWatchLogsRole" },
] as const;

/** The account's DMS service roles. */
export class DmsServiceRoles extends Construct {
  constructor(scope: Construct, id: string, account: Account) {
    super(scope, id);
    for (const { name, policy } of ROLES) {
      const role = new IamRole(this, name, {
        name,
        description: "Service role that AWS DMS expects under this name",
        assumeRolePolicy: serviceTrust("dms.amazonaws.com", account),
        permissionsBoundary: boundaryOf(this),
      });
      const attached = new IamRolePolicyAttachment(this, `${name}-policy`, {
        role: role.name,
        policyArn: `arn:aws:iam::aws:policy/service-role/${policy}`,
      });
      new OnlyPolicies(this, `${name}-only`, { role, attached: [attached] });
    }
  }
}
