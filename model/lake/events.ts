/** Events that should never happen in the lake, as EventBridge rules match them. */

/** Accepted values by field. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html */
export interface EventPattern {
  readonly [field: string]: EventPattern | readonly (string | { readonly "anything-but": readonly string[] })[];
}

/** Fields of an event, by the names that a message uses for them. */
interface Message {
  readonly inputPaths: Readonly<Record<string, string>>;
  /** JSON text, with names in angle brackets. */
  readonly inputTemplate: string;
}

/**
 * A file of the bucket was removed or hidden by somebody. Files that end by the bucket's own lifecycle rule are none.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 */
export const removalPattern = (bucket: string): EventPattern => ({
  source: ["aws.s3"],
  "detail-type": ["Object Deleted"],
  detail: { bucket: { name: [bucket] }, reason: [{ "anything-but": ["Lifecycle Expiration"] }] },
});

export const removalMessage: Message = {
  inputPaths: {
    at: "$.time",
    bucket: "$.detail.bucket.name",
    key: "$.detail.object.key",
    requester: "$.detail.requester",
    type: "$.detail.deletion-type",
    version: "$.detail.object.version-id",
  },
  inputTemplate: '"<key> of <bucket>, version <version>: <type> by <requester> at <at>. What to do: docs/lake.md"',
};

/** The crawler ended without success. https://docs.aws.amazon.com/glue/latest/dg/automating-awsglue-with-cloudwatch-events.html */
export const crawlFailurePattern = (crawler: string): EventPattern => ({
  source: ["aws.glue"],
  "detail-type": ["Glue Crawler State Change"],
  detail: { crawlerName: [crawler], state: ["Failed"] },
});

export const crawlFailureMessage: Message = {
  inputPaths: { at: "$.time", crawler: "$.detail.crawlerName", error: "$.detail.errorMessage" },
  inputTemplate: '"Crawler <crawler> failed at <at>: <error>. What to do: docs/drift.md"',
};
