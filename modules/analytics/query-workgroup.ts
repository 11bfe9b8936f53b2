import { AthenaWorkgroup } from "@cdktf/provider-aws/lib/athena-workgroup";
import { Construct } from "constructs";
import type { Account } from "../../model/landscape/types";

/** What Athena calls its engine; pinned, so that a new one is tried before it is used. */
const ENGINE_VERSION = "Athena engine version 3";
const BYTES_PER_GIB = 1024 ** 3;

export interface QueryWorkgroupProps {
  readonly name: string;
  readonly description: string;
  readonly account: Account;
  readonly resultsBucket: string;
  readonly keyArn: string;
  /** GiB that one query may scan; without limit if left out. */
  readonly scanLimitGb?: number;
  /** Tags besides those that every resource of the stack has, for the bill. */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * An Athena workgroup whose settings its users cannot override. Enforced settings make a least encryption needless, which
 * provider 5.100.0 cannot express: a query's own encryption settings are not looked at.
 * https://docs.aws.amazon.com/athena/latest/ug/workgroups-minimum-encryption.html
 */
export class QueryWorkgroup extends Construct {
  public readonly workgroup: AthenaWorkgroup;

  constructor(scope: Construct, id: string, props: QueryWorkgroupProps) {
    super(scope, id);
    this.workgroup = new AthenaWorkgroup(this, "workgroup", {
      name: props.name,
      description: props.description,
      forceDestroy: false,
      ...(props.tags === undefined ? {} : { tags: { ...props.tags } }),
      configuration: {
        enforceWorkgroupConfiguration: true,
        publishCloudwatchMetricsEnabled: true,
        requesterPaysEnabled: false,
        ...(props.scanLimitGb === undefined ? {} : { bytesScannedCutoffPerQuery: props.scanLimitGb * BYTES_PER_GIB }),
        engineVersion: { selectedEngineVersion: ENGINE_VERSION },
        resultConfiguration: {
          outputLocation: `s3://${props.resultsBucket}/`,
          expectedBucketOwner: props.account.id,
          encryptionConfiguration: { encryptionOption: "SSE_KMS", kmsKeyArn: props.keyArn },
        },
      },
    });
  }
}
