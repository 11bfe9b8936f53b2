import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { SqsQueuePolicy } from "@cdktf/provider-aws/lib/sqs-queue-policy";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Environment, Source } from "../../model/landscape/types";
import { crawlDeadLetterQueueName, crawlQueueName } from "../../model/names";
import { arrivalQueuePolicy, privateQueuePolicy } from "../../model/policy/arrivals";

/** The longest that SQS knows: a crawler that fails for a week misses nothing. */
const RETENTION_SECONDS = 14 * 86_400;

export interface ArrivalQueueProps {
  readonly environment: Environment;
  readonly source: Source;
  /** Name of the bucket whose new files are told of. */
  readonly bucket: string;
  readonly keyArn: string;
}

/** Where S3 tells the crawler of new files, and where the crawler leaves what it cannot read. */
export class ArrivalQueue extends Construct {
  public readonly arn: string;
  /** To be waited for by the bucket's notification, which S3 tries out. */
  public readonly policy: ITerraformDependable;

  constructor(scope: Construct, id: string, { environment, source, bucket, keyArn }: ArrivalQueueProps) {
    super(scope, id);
    const name = crawlQueueName(environment, source);
    const deadName = crawlDeadLetterQueueName(environment, source);
    const settings = { messageRetentionSeconds: RETENTION_SECONDS, kmsMasterKeyId: keyArn };
    const dead = new SqsQueue(this, "dead-letters", { ...settings, name: deadName });
    new SqsQueuePolicy(this, "dead-letters-policy", {
      queueUrl: dead.id,
      policy: privateQueuePolicy(environment, deadName),
    });
    const queue = new SqsQueue(this, "queue", { ...settings, name });
    this.policy = new SqsQueuePolicy(this, "policy", {
      queueUrl: queue.id,
      policy: arrivalQueuePolicy(environment, name, bucket),
    });
    this.arn = queue.arn;
  }
}
