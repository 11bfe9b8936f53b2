import type { Control } from "../check/control";
import { eachIdentityPolicy } from "../check/policies";
import { covers } from "../check/policy";

/** Actions that hand out or change data; Lake Formation decides on lakeformation:GetDataAccess itself. */
const DATA = [
  "s3:GetObject",
  "s3:PutObject",
  "s3:DeleteObject",
  "secretsmanager:GetSecretValue",
  "dynamodb:GetItem",
  "dynamodb:Query",
  "sqs:ReceiveMessage",
  "rds-data:ExecuteStatement",
];

const EVERYTHING = /^(?:\*|arn:[\w-]+:[\w-]+:[^:]*:[^:]*:\*)$/;

export const iamNoDataEverywhere: Control = {
  id: "iam-no-data-everywhere",
  sentence: "No policy of an identity reads or writes data of every bucket, secret, table, queue or database.",
  reason: "It reaches the lake past Lake Formation, and whatever the account gets later.",
  remedy: "name the buckets, secrets, tables, queues or clusters",
  severity: "high",
  references: [],
  check: eachIdentityPolicy((statement) => {
    const data = DATA.filter((action) => covers(statement, action));
    const everything = statement.resources.filter((resource) => EVERYTHING.test(resource));
    return statement.allows && data.length > 0 && everything.length > 0
      ? `allows ${data.join(", ")} on ${everything.join(", ")}`
      : undefined;
  }),
};
