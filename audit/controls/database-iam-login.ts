import { type Control, eachResource } from "../check/control";
import { on } from "../check/judge";
import { fsbp } from "../check/references";

export const databaseIamLogin: Control = {
  id: "database-iam-login",
  sentence: "People log in to databases by IAM.",
  reason: "A login of IAM lasts 15 minutes, and is in CloudTrail.",
  remedy: "set iam_database_authentication_enabled",
  severity: "medium",
  references: fsbp("RDS.10", "RDS.12"),
  check: eachResource(["aws_rds_cluster", "aws_db_instance"], ({ body }) =>
    on("iam_database_authentication_enabled", body["iam_database_authentication_enabled"]),
  ),
};
