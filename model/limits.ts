/** How long names may be, and who says so. */
export interface Limit {
  /** What the name names, with article, as reports say it. */
  readonly what: string;
  /** Characters. */
  readonly longest: number;
  readonly source: string;
}

const AWS = "https://docs.aws.amazon.com";

/** Limits of the things that the platform names. The shortest applies where a name serves several. */
export const LIMITS = {
  bucket: { what: "the S3 bucket", longest: 63, source: `${AWS}/AmazonS3/latest/userguide/bucketnamingrules.html` },
  role: { what: "the IAM role", longest: 64, source: `${AWS}/IAM/latest/APIReference/API_CreateRole.html` },
  policy: {
    what: "the IAM policy",
    longest: 128,
    source: `${AWS}/IAM/latest/APIReference/API_CreatePolicy.html`,
  },
  keyAlias: { what: "the KMS alias", longest: 256, source: `${AWS}/kms/latest/APIReference/API_CreateAlias.html` },
  replicationInstance: {
    what: "the DMS replication instance",
    longest: 63,
    source: `${AWS}/dms/latest/APIReference/API_CreateReplicationInstance.html`,
  },
  dmsEndpoint: {
    what: "the DMS endpoint",
    longest: 255,
    source: `${AWS}/dms/latest/APIReference/API_CreateEndpoint.html`,
  },
  // The id may have 255, but it is the task's part of the ARN too, which is what metrics know the task by.
  dmsResource: {
    what: "the DMS task, at the end of its ARN,",
    longest: 31,
    source: `${AWS}/dms/latest/APIReference/API_CreateReplicationTask.html`,
  },
  topic: { what: "the SNS topic", longest: 256, source: `${AWS}/sns/latest/api/API_CreateTopic.html` },
  queue: {
    what: "the SQS queue",
    longest: 80,
    source: `${AWS}/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html`,
  },
  eventBus: {
    what: "the event bus",
    longest: 256,
    source: `${AWS}/eventbridge/latest/APIReference/API_CreateEventBus.html`,
  },
  rule: {
    what: "the EventBridge rule",
    longest: 64,
    source: `${AWS}/eventbridge/latest/APIReference/API_PutRule.html`,
  },
  dashboard: {
    what: "the CloudWatch dashboard",
    longest: 255,
    source: `${AWS}/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html`,
  },
  function: {
    what: "the Lambda function",
    longest: 64,
    source: `${AWS}/lambda/latest/api/API_CreateFunction.html`,
  },
  cluster: {
    what: "the Aurora cluster",
    longest: 63,
    source: `${AWS}/AmazonRDS/latest/APIReference/API_CreateDBCluster.html`,
  },
  database: {
    what: "the Glue database",
    longest: 255,
    source: `${AWS}/glue/latest/webapi/API_DatabaseInput.html`,
  },
  crawler: { what: "the Glue crawler", longest: 255, source: `${AWS}/glue/latest/webapi/API_CreateCrawler.html` },
  workgroup: {
    what: "the Athena workgroup",
    longest: 128,
    source: `${AWS}/athena/latest/APIReference/API_CreateWorkGroup.html`,
  },
  secret: {
    what: "the secret",
    longest: 512,
    source: `${AWS}/secretsmanager/latest/apireference/API_CreateSecret.html`,
  },
  stateMachine: {
    what: "the Step Functions state machine",
    longest: 80,
    source: `${AWS}/step-functions/latest/apireference/API_CreateStateMachine.html`,
  },
  schedule: {
    what: "the schedule",
    longest: 64,
    source: `${AWS}/scheduler/latest/APIReference/API_CreateSchedule.html`,
  },
  dynamodbTable: {
    what: "the DynamoDB table",
    longest: 255,
    source: `${AWS}/amazondynamodb/latest/APIReference/API_CreateTable.html`,
  },
  logGroup: {
    what: "the log group",
    longest: 512,
    source: `${AWS}/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html`,
  },
  trail: {
    what: "the CloudTrail trail",
    longest: 128,
    source: `${AWS}/awscloudtrail/latest/APIReference/API_CreateTrail.html`,
  },
  securityGroup: {
    what: "the security group",
    longest: 255,
    source: `${AWS}/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html`,
  },
  tagValue: { what: "the tag", longest: 256, source: `${AWS}/AWSEC2/latest/UserGuide/Using_Tags.html` },
  stack: {
    what: "the stack, and its Terraform Cloud workspace,",
    longest: 90,
    source: "https://developer.hashicorp.com/terraform/cloud-docs/workspaces/create",
  },
} as const satisfies Readonly<Record<string, Limit>>;

export type LimitKind = keyof typeof LIMITS;
