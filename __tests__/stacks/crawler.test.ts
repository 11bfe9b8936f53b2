import { GOVERNANCE, SOURCES } from "../support/bank";
import { CATALOG_KEY, policy, serviceTrust } from "../support/expected-policies";
import { withoutOrder } from "../support/grants";
import { first, parsed } from "../support/json";
import { withLoans } from "../support/landscapes";
import { keyOf, roleOf } from "../support/policies";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

describe.each(SOURCES)("the crawler of $source", ({ source, prefix }) => {
  const id = `prod-governance-catalog-${source}`;
  const role = roleOf(bank, id, `prod-${source}-discovery`);
  const bucket = `examplebank-prod-${source}-raw-${GOVERNANCE}`;
  const glue = `arn:aws:glue:eu-central-1:${GOVERNANCE}`;
  const [databaseName] = bank.find(id, "aws_glue_catalog_database", { name: `${source}_discovered` });
  const database = `\${aws_glue_catalog_database.${databaseName}.name}`;
  const queue = `arn:aws:sqs:eu-central-1:${GOVERNANCE}:prod-${source}-discovery`;
  const [lookup, { key_id: keyId }] = first(
    Object.entries(bank.lookups(id, "aws_kms_key")).filter(
      ([, { key_id: alias }]) => alias === `alias/prod-${source}-raw`,
    ),
  );
  const grants = Object.entries(bank.resources(id, "aws_lakeformation_permissions")).filter(
    ([, { principal }]) => principal === role.arn,
  );

  it("may read through Lake Formation and write its own database, and has no access to S3", () => {
    expect(parsed(role.body["assume_role_policy"])).toEqual(serviceTrust("glue.amazonaws.com", GOVERNANCE));
    const statements = policy(
      { Sid: "ReadThroughLakeFormation", Effect: "Allow", Action: "lakeformation:GetDataAccess", Resource: "*" },
      {
        Sid: "Catalog",
        Effect: "Allow",
        Action: [
          "glue:BatchCreatePartition",
          "glue:BatchGetPartition",
          "glue:BatchUpdatePartition",
          "glue:CreatePartitionIndex",
          "glue:CreateTable",
          "glue:GetDatabase",
          "glue:GetPartitionIndexes",
          "glue:GetPartitions",
          "glue:GetTable",
          "glue:GetTables",
          "glue:UpdatePartition",
          "glue:UpdateTable",
        ],
        Resource: [`${glue}:catalog`, `${glue}:database/${source}_discovered`, `${glue}:table/${source}_discovered/*`],
      },
      CATALOG_KEY,
      {
        Sid: "Arrivals",
        Effect: "Allow",
        Action: [
          "sqs:DeleteMessage",
          "sqs:GetQueueAttributes",
          "sqs:GetQueueUrl",
          "sqs:ListDeadLetterSourceQueues",
          "sqs:ListQueueTags",
          "sqs:PurgeQueue",
          "sqs:ReceiveMessage",
        ],
        Resource: queue,
      },
      {
        Sid: "DeadLetters",
        Effect: "Allow",
        Action: ["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage"],
        Resource: `${queue}-dead-letters`,
      },
      {
        Sid: "QueueKey",
        Effect: "Allow",
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: `\${data.aws_kms_key.${lookup}.arn}`,
        Condition: { StringEquals: { "kms:ViaService": "sqs.eu-central-1.amazonaws.com" } },
      },
      { Sid: "Security", Effect: "Allow", Action: "glue:GetSecurityConfiguration", Resource: "*" },
      {
        Sid: "Logs",
        Effect: "Allow",
        Action: ["logs:AssociateKmsKey", "logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: ["", ":*"].map(
          (end) => `arn:aws:logs:eu-central-1:${GOVERNANCE}:log-group:/aws-glue/crawlers*${end}`,
        ),
      },
    );
    expect(parsed(role.policy["policy"])).toEqual(statements);
    expect(keyId).toBe(`alias/prod-${source}-raw`);
  });

  it("is let by Lake Formation to read the raw zone and to make tables in its own database", () => {
    const granted = grants.map(([, grant]) => withoutOrder(grant));
    expect(granted).toEqual([
      { principal: role.arn, permissions: ["ALTER", "CREATE_TABLE", "DESCRIBE"], database: { name: database } },
      { principal: role.arn, permissions: ["DATA_LOCATION_ACCESS"], data_location: { arn: `arn:aws:s3:::${bucket}` } },
    ]);
  });

  it("hears of new files by its queue, records changed columns and never deletes what it found", () => {
    const { configuration, ...crawler } = bank.only(id, "aws_glue_crawler");
    const [security] = first(Object.entries(bank.resources(id, "aws_glue_security_configuration")));
    const last = grants.find(([, { permissions }]) => JSON.stringify(permissions).includes("CREATE_TABLE"));
    const [logs, group] = first(
      Object.entries(bank.resources(id, "aws_cloudwatch_log_group")).filter(([key]) => key.startsWith("crawler_")),
    );
    expect(group).toMatchObject({
      name: `/aws-glue/crawlers-role/prod-${source}-discovery-prod-${source}-discovery`,
      retention_in_days: 365,
    });
    expect(crawler).toEqual({
      name: `prod-${source}-discovery`,
      description: `Tables and columns that DMS really writes for ${source}`,
      database_name: database,
      role: role.arn,
      schedule: "cron(0 4 * * ? *)",
      security_configuration: `\${aws_glue_security_configuration.${security}.name}`,
      table_prefix: "g1_",
      lake_formation_configuration: { use_lake_formation_credentials: true },
      recrawl_policy: { recrawl_behavior: "CRAWL_EVENT_MODE" },
      schema_change_policy: { update_behavior: "UPDATE_IN_DATABASE", delete_behavior: "LOG" },
      s3_target: [
        {
          path: `s3://${bucket}/${prefix}/`,
          exclusions: ["**/*LOAD*.parquet"],
          event_queue_arn: queue,
          dlq_event_queue_arn: `${queue}-dead-letters`,
        },
      ],
      depends_on: [
        `aws_iam_role_policy.${role.policyName}`,
        `aws_cloudwatch_log_group.${logs}`,
        `aws_lakeformation_permissions.${last?.[0]}`,
      ],
    });
    expect(parsed(configuration)).toEqual({
      Version: 1,
      CrawlerOutput: { Partitions: { AddOrUpdateBehavior: "InheritFromTable" } },
      // The table's folder: bucket, account, source, generation, schema, table.
      Grouping: { TableGroupingPolicy: "CombineCompatibleSchemas", TableLevelConfiguration: 6 },
    });
  });

  it("writes its log under a key of its own", () => {
    const { arn } = keyOf(bank, id, `alias/prod-${source}-discovery`);
    expect(bank.only(id, "aws_glue_security_configuration")).toEqual({
      name: `prod-${source}-discovery`,
      encryption_configuration: {
        cloudwatch_encryption: { cloudwatch_encryption_mode: "SSE-KMS", kms_key_arn: arn },
        job_bookmarks_encryption: { job_bookmarks_encryption_mode: "CSE-KMS", kms_key_arn: arn },
        s3_encryption: { s3_encryption_mode: "SSE-KMS", kms_key_arn: arn },
      },
    });
  });

  it("raises an alarm when it fails or cannot read an event", () => {
    const topic = `arn:aws:sns:eu-central-1:${GOVERNANCE}:prod-governance-alarms`;
    const alarms = Object.values(bank.resources(id, "aws_cloudwatch_metric_alarm"));
    expect(alarms.map(({ alarm_name: name, alarm_actions: actions }) => [name, actions])).toEqual([
      [`prod-${source}-discovery-dead-letters`, [topic]],
      [`prod-${source}-discovery-failed`, [topic]],
    ]);
    expect(parsed(bank.only(id, "aws_cloudwatch_event_rule")["event_pattern"])).toEqual({
      source: ["aws.glue"],
      "detail-type": ["Glue Crawler State Change"],
      detail: { crawlerName: [`prod-${source}-discovery`], state: ["Failed"] },
    });
  });
});

describe("the crawler's schedule and generation", () => {
  it.each([
    [1, "cron(0 0/1 * * ? *)"],
    [3, "cron(0 1/3 * * ? *)"],
    [6, "cron(0 4/6 * * ? *)"],
    [24, "cron(0 4 * * ? *)"],
  ])("every %i hours is %s", (crawlEveryHours, schedule) => {
    const output = synthesized(withLoans({ crawlEveryHours }));
    expect(output.only("prod-governance-catalog-loans", "aws_glue_crawler")).toHaveProperty("schedule", schedule);
  });

  it("takes a new generation for new tables, beside those of the old one", () => {
    const output = synthesized(withLoans({ generation: 2 }));
    expect(output.only("prod-governance-catalog-loans", "aws_glue_crawler")).toMatchObject({
      table_prefix: "g2_",
      s3_target: [{ path: `s3://examplebank-prod-loans-raw-${GOVERNANCE}/lending/loans/g2/` }],
    });
  });
});
