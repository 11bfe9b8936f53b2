import { glueCatalogArn, glueDatabaseArn, glueTableArn, logGroupArn, queueArn } from "../arns";
import type { Environment, Source } from "../landscape/types";
import { crawlDeadLetterQueueName, crawlQueueName, discoveredDatabase } from "../names";
import { readCatalogStatement } from "./catalog-key";
import type { Statement } from "./document";

/**
 * What a source's crawler may do: read by credentials that Lake Formation vends, write tables of its own database, take
 * events from its queue. It has no access to S3 itself.
 * https://docs.aws.amazon.com/glue/latest/dg/crawler-s3-event-notifications.html
 * https://docs.aws.amazon.com/glue/latest/dg/crawler-lf-integ.html
 * @param rawKeyArn key of the raw zone, which encrypts the queue too
 */
export function crawlerStatements(environment: Environment, source: Source, rawKeyArn: string): readonly Statement[] {
  const { governance, region } = environment;
  const database = discoveredDatabase(source);
  const logs = logGroupArn(environment, governance, "/aws-glue/crawlers*");
  return [
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
      Resource: [
        glueCatalogArn(environment, governance),
        glueDatabaseArn(environment, governance, database),
        glueTableArn(environment, governance, database, "*"),
      ],
    },
    readCatalogStatement(environment),
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
      Resource: queueArn(environment, governance, crawlQueueName(environment, source)),
    },
    {
      Sid: "DeadLetters",
      Effect: "Allow",
      Action: ["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage"],
      Resource: queueArn(environment, governance, crawlDeadLetterQueueName(environment, source)),
    },
    {
      Sid: "QueueKey",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
      Resource: rawKeyArn,
      Condition: { StringEquals: { "kms:ViaService": `sqs.${region}.amazonaws.com` } },
    },
    { Sid: "Security", Effect: "Allow", Action: "glue:GetSecurityConfiguration", Resource: "*" },
    {
      Sid: "Logs",
      Effect: "Allow",
      Action: ["logs:AssociateKmsKey", "logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: [logs, `${logs}:*`],
    },
  ];
}
