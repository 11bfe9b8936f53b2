/** When a step of the merge is tried again, in the States language. */

/** A `Retry` rule. */
interface RetryRule {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds: number;
  readonly BackoffRate: number;
  readonly MaxAttempts: number;
  readonly MaxDelaySeconds: number;
  readonly JitterStrategy: "FULL";
}

const retry = (attempts: number, errors: readonly string[]): readonly RetryRule[] => [
  {
    ErrorEquals: errors,
    IntervalSeconds: 3,
    BackoffRate: 2,
    MaxAttempts: attempts,
    MaxDelaySeconds: 120,
    JitterStrategy: "FULL",
  },
];

/** Errors of a service that pass by themselves; its name as Step Functions writes it before an error. */
const passing = (service: string, ...errors: readonly string[]): readonly string[] =>
  [...errors, "SdkClientException"].map((error) => `${service}.${error}`);

/**
 * Athena refuses queries above the account's quota, which all its workgroups share, and calls above a rate. A query that
 * has failed is no error of the call: `transientReasons` decides about that.
 * https://docs.aws.amazon.com/athena/latest/APIReference/CommonErrors.html
 */
export const ATHENA_RETRY = retry(
  10,
  passing("Athena", "TooManyRequestsException", "ThrottlingException", "InternalServerException"),
);

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html */
export const DYNAMODB_RETRY = retry(
  6,
  passing(
    "DynamoDB",
    "InternalServerError",
    "InternalServerErrorException",
    "ProvisionedThroughputExceededException",
    "RequestLimitExceeded",
    "RequestLimitExceededException",
    "ThrottlingException",
  ),
);

/** https://docs.aws.amazon.com/step-functions/latest/apireference/CommonErrors.html */
export const STATES_RETRY = retry(6, passing("Sfn", "SfnException", "ThrottlingException"));

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html */
export const CLOUDWATCH_RETRY = retry(
  4,
  passing("CloudWatch", "CloudWatchException", "InternalServiceFaultException", "ThrottlingException"),
);

/**
 * What the report of a failed query says when the same query may succeed: another commit came first, a service was busy,
 * or Athena says so itself. A wrong statement says none of it.
 * https://docs.aws.amazon.com/athena/latest/ug/error-reference.html
 */
export const transientReasons = [
  "*ICEBERG_COMMIT_ERROR*",
  '*"Retryable":true*',
  "*TooManyRequests*",
  "*Throttling*",
  "*SlowDown*",
  "*Slow Down*",
  "*Query exhausted resources at this scale factor*",
] as const;

/** Longest waits in seconds before a query is tried again: each is drawn from 1 to its limit. */
export const BACK_OFF_SECONDS = [10, 20, 40, 80, 160] as const;
