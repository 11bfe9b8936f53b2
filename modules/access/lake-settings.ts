import { LakeformationDataLakeSettings } from "@cdktf/provider-aws/lib/lakeformation-data-lake-settings";
import { Construct } from "constructs";
import { deployRoleArn, namedRoleArn } from "../../model/arns";
import type { ConsumerAccount, GovernanceAccount } from "../../model/landscape/types";
import { grantsNothing } from "../terraform/postconditions";

/** Sharing by LF-tags and straight to principals, with few RAM shares per account pair. */
const CROSS_ACCOUNT_VERSION = "4";

export interface LakeSettingsProps {
  readonly account: GovernanceAccount | ConsumerAccount;
  /**
   * Accounts whose users may appear in this account's audit trail by name.
   * @default - none
   */
  readonly trustedOwners?: readonly string[];
}

const REMEDY =
  "empty it with `aws lakeformation put-data-lake-settings`, keeping the rest as get-data-lake-settings shows it";

/** Permissions that Lake Formation gives on whatever is made from then on. */
const DEFAULTS = ["create_database_default_permissions", "create_table_default_permissions"];

/**
 * Lake Formation's settings of an account. Nobody gets anything by default: that would let everybody in who has IAM
 * permissions. Emptied when the settings are made, these defaults cannot be written as empty later, so a plan refuses them.
 * https://docs.aws.amazon.com/lake-formation/latest/dg/change-settings.html
 */
export class LakeSettings extends Construct {
  public readonly settings: LakeformationDataLakeSettings;

  constructor(scope: Construct, id: string, { account, trustedOwners = [] }: LakeSettingsProps) {
    super(scope, id);
    const { administrators, readOnlyAdministrators = [] } = account;
    this.settings = new LakeformationDataLakeSettings(this, "settings", {
      admins: [deployRoleArn(account), ...administrators.map((role) => namedRoleArn(account, role))],
      // SET_CONTEXT comes back by itself; leaving it out would be a difference at every plan.
      parameters: { CROSS_ACCOUNT_VERSION, SET_CONTEXT: "TRUE" },
      trustedResourceOwners: [...trustedOwners],
      // An empty list is kept empty; a list that is left out stays as somebody has made it.
      readOnlyAdmins: readOnlyAdministrators.map((role) => namedRoleArn(account, role)),
      externalDataFilteringAllowList: [],
      authorizedSessionTagValueList: [],
      // Destroying the settings resets the version and empties the administrators.
      lifecycle: { preventDestroy: true, postcondition: DEFAULTS.map((name) => grantsNothing(name, REMEDY)) },
    });
  }
}
