import { Cloudtrail, type CloudtrailAdvancedEventSelector } from "@cdktf/provider-aws/lib/cloudtrail";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { bucketArn } from "../../model/arns";
import { TRAIL_IN_S3 } from "../../model/standing-waivers";
import { recordWaivers } from "../terraform/waived";

export interface AuditTrailProps {
  readonly name: string;
  readonly bucketName: string;
  readonly keyArn: string;
  /** Buckets whose object reads and writes are recorded. */
  readonly dataBuckets: readonly string[];
  /** The log bucket's policy: CloudTrail tries to write before it accepts the trail. */
  readonly after: ITerraformDependable;
}

/** Every API call in the account, and every read and write of an object of the lake, in tamper-evident files. */
export class AuditTrail extends Construct {
  constructor(scope: Construct, id: string, props: AuditTrailProps) {
    super(scope, id);
    const trail = new Cloudtrail(this, "trail", {
      name: props.name,
      s3BucketName: props.bucketName,
      kmsKeyId: props.keyArn,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      enableLogging: true,
      advancedEventSelector: [
        { name: "Management events", fieldSelector: [{ field: "eventCategory", equalTo: ["Management"] }] },
        ...objectEvents(props.dataBuckets),
      ],
      dependsOn: [props.after],
    });
    recordWaivers(trail, [TRAIL_IN_S3]);
  }
}

/** Selects reads and writes of objects in these buckets. */
function objectEvents(buckets: readonly string[]): CloudtrailAdvancedEventSelector[] {
  if (buckets.length === 0) return [];
  return [
    {
      name: "Objects of the lake",
      fieldSelector: [
        { field: "eventCategory", equalTo: ["Data"] },
        { field: "resources.type", equalTo: ["AWS::S3::Object"] },
        { field: "resources.ARN", startsWith: buckets.map((bucket) => `${bucketArn(bucket)}/`) },
      ],
    },
  ];
}
