/** How long a document may be, by the type and attribute that hold it. */
export interface DocumentLimit {
  readonly type: string;
  /** Way to the text inside the resource; lists on the way are walked through. */
  readonly attribute: string;
  readonly maximum: number;
  /** IAM does not count white space; AWS counts some documents in bytes of UTF-8. */
  readonly unit: "characters" | "characters besides white space" | "bytes";
  /** Page that says so. */
  readonly source: string;
  /** What to change in the landscape, or in the platform. */
  readonly remedy: string;
}

const AWS = "https://docs.aws.amazon.com";
const IAM = `${AWS}/IAM/latest/UserGuide/reference_iam-quotas.html`;
const FEWER_PEOPLE = "write fewer principals in `assumedBy`: a SAML provider, or a role that people assume first";
const FEWER_ACCOUNTS = "let fewer accounts and roles have to do with it";
const FEWER_COLUMNS = "leave columns that nobody needs out of the table's contract, or split the table at the source";
const SHORTER = "shorten the description in the landscape";
const IN_ONE_SOURCE = "give the source fewer tables: write a second source for some of them";

const limit = (
  type: string,
  attribute: string,
  maximum: number,
  source: string,
  remedy: string,
  unit: DocumentLimit["unit"] = "characters",
): DocumentLimit => ({ type, attribute, maximum, unit, source, remedy });

/** Inline policies of a role together. */
export const INLINE_POLICIES = {
  maximum: 10_240,
  source: IAM,
  remedy: "share fewer domains with the team, or give some of them to a second team",
} as const;

/** Tags of a resource, its provider's among them. https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html */
export const MOST_TAGS = 50;

/** Each is refused when it is deployed, not when it is planned. */
export const DOCUMENT_LIMITS: readonly DocumentLimit[] = [
  limit(
    "aws_iam_policy",
    "policy",
    6144,
    IAM,
    "split the statements over several policies",
    "characters besides white space",
  ),
  limit("aws_iam_role", "assume_role_policy", 2048, IAM, FEWER_PEOPLE, "characters besides white space"),
  limit("aws_iam_role", "description", 1000, `${AWS}/IAM/latest/APIReference/API_CreateRole.html`, SHORTER),
  limit(
    "aws_s3_bucket_policy",
    "policy",
    20_480,
    `${AWS}/AmazonS3/latest/userguide/bucket-policies.html`,
    FEWER_ACCOUNTS,
    "bytes",
  ),
  limit(
    "aws_kms_key",
    "policy",
    32_768,
    `${AWS}/kms/latest/developerguide/resource-limits.html`,
    FEWER_ACCOUNTS,
    "bytes",
  ),
  limit("aws_kms_key", "description", 8192, `${AWS}/kms/latest/APIReference/API_CreateKey.html`, SHORTER),
  limit("aws_sns_topic_policy", "policy", 30_720, `${AWS}/general/latest/gr/sns.html`, FEWER_ACCOUNTS, "bytes"),
  limit(
    "aws_sqs_queue_policy",
    "policy",
    65_536,
    `${AWS}/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html`,
    FEWER_ACCOUNTS,
    "bytes",
  ),
  limit(
    "aws_secretsmanager_secret",
    "policy",
    20_480,
    `${AWS}/secretsmanager/latest/apireference/API_PutResourcePolicy.html`,
    FEWER_ACCOUNTS,
  ),
  limit(
    "aws_cloudwatch_event_bus_policy",
    "policy",
    10_240,
    `${AWS}/eventbridge/latest/userguide/eb-quota.html`,
    FEWER_ACCOUNTS,
    "bytes",
  ),
  limit(
    "aws_cloudwatch_event_rule",
    "event_pattern",
    2048,
    `${AWS}/eventbridge/latest/userguide/eb-quota.html`,
    "match fewer names in the pattern",
  ),
  limit(
    "aws_cloudwatch_event_rule",
    "description",
    512,
    `${AWS}/eventbridge/latest/APIReference/API_PutRule.html`,
    SHORTER,
  ),
  limit(
    "aws_lakeformation_data_cells_filter",
    "table_data.row_filter.filter_expression",
    2047,
    `${AWS}/lake-formation/latest/dg/partiql-support.html`,
    "write fewer values in the row rule, or a range: `column BETWEEN 1 AND 400`",
  ),
  limit(
    "aws_sfn_state_machine",
    "definition",
    1_048_576,
    `${AWS}/step-functions/latest/dg/service-quotas.html`,
    IN_ONE_SOURCE,
    "bytes",
  ),
  limit(
    "aws_athena_named_query",
    "query",
    262_144,
    `${AWS}/athena/latest/ug/service-limits.html`,
    FEWER_COLUMNS,
    "bytes",
  ),
  limit(
    "aws_athena_named_query",
    "name",
    128,
    `${AWS}/athena/latest/APIReference/API_CreateNamedQuery.html`,
    "shorten the query's name",
  ),
  limit(
    "aws_athena_named_query",
    "description",
    1024,
    `${AWS}/athena/latest/APIReference/API_CreateNamedQuery.html`,
    "shorten the query's question",
  ),
  limit(
    "aws_athena_prepared_statement",
    "query_statement",
    262_144,
    `${AWS}/athena/latest/ug/service-limits.html`,
    FEWER_COLUMNS,
    "bytes",
  ),
  limit(
    "aws_athena_prepared_statement",
    "description",
    1024,
    `${AWS}/athena/latest/APIReference/API_CreatePreparedStatement.html`,
    "shorten the query's question",
  ),
  limit(
    "aws_athena_workgroup",
    "description",
    1024,
    `${AWS}/athena/latest/APIReference/API_CreateWorkGroup.html`,
    SHORTER,
  ),
  limit("aws_glue_catalog_table", "description", 2048, `${AWS}/glue/latest/webapi/API_TableInput.html`, SHORTER),
  limit(
    "aws_glue_catalog_table",
    "storage_descriptor.columns.comment",
    255,
    `${AWS}/glue/latest/webapi/API_Column.html`,
    SHORTER,
  ),
  limit("aws_glue_catalog_database", "description", 2048, `${AWS}/glue/latest/webapi/API_DatabaseInput.html`, SHORTER),
  limit("aws_glue_crawler", "description", 2048, `${AWS}/glue/latest/webapi/API_CreateCrawler.html`, SHORTER),
  limit(
    "aws_cloudwatch_metric_alarm",
    "alarm_description",
    1024,
    `${AWS}/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html`,
    SHORTER,
  ),
  limit("aws_lambda_function", "description", 256, `${AWS}/lambda/latest/api/API_CreateFunction.html`, SHORTER),
  limit(
    "aws_scheduler_schedule",
    "description",
    512,
    `${AWS}/scheduler/latest/APIReference/API_CreateSchedule.html`,
    SHORTER,
  ),
  limit(
    "aws_security_group",
    "description",
    255,
    `${AWS}/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html`,
    SHORTER,
  ),
];
