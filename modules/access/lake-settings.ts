import { LakeformationDataLakeSettings } from "@cdktf/provider-aws/lib/lakeformation-data-lake-settings";
import { Construct } from "constructs";
import { deployRoleArn, roleArn } from "../../model/arns";
import type { Account } from "../../model/landscape/types";

/** Sharing by LF-tags and straight to principals, with few RAM shares per account pair. */
const CROSS_ACCOUNT_VERSION = "4";

export interface LakeSettingsProps {
  readonly account: Account;
  /** Names of roles that administer Lake Formation besides the deploy role. */
  readonly administrators: readonly string[];
  /** Accounts whose users may appear in this account's audit trail by name. */
  readonly trustedOwners?: readonly string[];
}

/**
 * Lake Formation's settings of an account. What is left out is emptied: default permissions for new databases and tables
 * are, on purpose, since they would let everybody in who has IAM permissions.
 * https://docs.aws.amazon.com/lake-formation/latest/dg/change-settings.html
 */
export class LakeSettings extends Construct {
  public readonly settings: LakeformationDataLakeSettings;

  constructor(scope: Construct, id: string, { account, administrators, trustedOwners }: LakeSettingsProps) {
    super(scope, id);
    this.settings = new LakeformationDataLakeSettings(this, "settings", {
      admins: [deployRoleArn(account), ...administrators.map((name) => roleArn(account, name))],
      // SET_CONTEXT comes back by itself; leaving it out would be a difference at every plan.
      parameters: { CROSS_ACCOUNT_VERSION, SET_CONTEXT: "TRUE" },
      ...(trustedOwners === undefined ? {} : { trustedResourceOwners: [...trustedOwners] }),
      // Destroying the settings resets the version and empties the administrators.
      lifecycle: { preventDestroy: true },
    });
  }
}
