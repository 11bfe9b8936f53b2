import { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table";
import { Construct } from "constructs";
import { STATE_KEY } from "../../model/curation/table/state-item";

/** The longest that DynamoDB knows. */
const RECOVERY_DAYS = 35;

/**
 * Locks and watermarks of a source's tables. Lost, they cost a rebuild of each table from its load and changes, and no
 * data; restored from before, they make the next windows wider.
 */
export class MergeState extends Construct {
  constructor(scope: Construct, id: string, { name, keyArn }: { readonly name: string; readonly keyArn: string }) {
    super(scope, id);
    new DynamodbTable(this, "table", {
      name,
      billingMode: "PAY_PER_REQUEST",
      hashKey: STATE_KEY,
      attribute: [{ name: STATE_KEY, type: "S" }],
      deletionProtectionEnabled: true,
      pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: RECOVERY_DAYS },
      serverSideEncryption: { enabled: true, kmsKeyArn: keyArn },
    });
  }
}
