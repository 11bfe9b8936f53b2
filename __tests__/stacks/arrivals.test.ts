import { GOVERNANCE, SOURCES } from "../support/bank";
import { bucketOf } from "../support/buckets";
import { policy } from "../support/expected-policies";
import { block, first, list, parsed, text } from "../support/json";
import { keyOf } from "../support/policies";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

const arn = (queue: string): string => `arn:aws:sqs:eu-central-1:${GOVERNANCE}:${queue}`;

const tls = (queue: string) => ({
  Sid: "OnlyTls",
  Effect: "Deny",
  Principal: "*",
  Action: "sqs:*",
  Resource: arn(queue),
  Condition: { Bool: { "aws:SecureTransport": "false" } },
});

describe.each(SOURCES)("news of files of $source", ({ source, prefix }) => {
  const id = `prod-governance-storage-${source}`;
  const raw = `examplebank-prod-${source}-raw-${GOVERNANCE}`;
  const name = `prod-${source}-discovery`;
  const policyOf = (queue: string) => {
    const [queueName] = bank.find(id, "aws_sqs_queue", { name: queue });
    return bank.find(id, "aws_sqs_queue_policy", { queue_url: `\${aws_sqs_queue.${queueName}.id}` });
  };
  it("wait two weeks in encrypted queues", () => {
    const { arn: key } = keyOf(bank, id, `alias/prod-${source}-raw`);
    const settings = { message_retention_seconds: 1_209_600, kms_master_key_id: key };
    const queues = Object.values(bank.resources(id, "aws_sqs_queue"));
    expect(queues).toEqual([
      { ...settings, name: `${name}-dead-letters` },
      { ...settings, name },
    ]);
  });

  it("come from the raw bucket alone, over TLS", () => {
    expect(parsed(policyOf(name)[1]["policy"])).toEqual(
      policy(
        {
          Sid: "Arrivals",
          Effect: "Allow",
          Principal: { Service: "s3.amazonaws.com" },
          Action: "sqs:SendMessage",
          Resource: arn(name),
          Condition: {
            StringEquals: { "aws:SourceAccount": GOVERNANCE },
            ArnEquals: { "aws:SourceArn": `arn:aws:s3:::${raw}` },
          },
        },
        tls(name),
      ),
    );
    expect(parsed(policyOf(`${name}-dead-letters`)[1]["policy"])).toEqual(policy(tls(`${name}-dead-letters`)));
  });

  it("are of new Parquet files of the current generation, sent once the queue takes them, and EventBridge hears too", () => {
    const [queueName] = bank.find(id, "aws_sqs_queue", { name });
    const { bucket: _, ...notification } = bucketOf(bank, id, raw).part("aws_s3_bucket_notification");
    expect(notification).toEqual({
      eventbridge: true,
      queue: [
        {
          id: "arrivals",
          queue_arn: `\${aws_sqs_queue.${queueName}.arn}`,
          events: ["s3:ObjectCreated:*"],
          filter_prefix: `${prefix}/`,
          filter_suffix: ".parquet",
        },
      ],
      depends_on: [`aws_sqs_queue_policy.${policyOf(name)[0]}`],
    });
  });

  it("reach the queue that the crawler reads", () => {
    const crawler = bank.only(`prod-governance-catalog-${source}`, "aws_glue_crawler");
    const target = block(first(list(crawler["s3_target"])));
    expect(text(target["event_queue_arn"])).toBe(arn(name));
  });
});
