import { type Control, eachResource } from "../check/control";
import { on } from "../check/judge";
import { fsbp } from "../check/references";

export const deletionProtection: Control = {
  id: "deletion-protection",
  sentence: "AWS refuses to delete a database.",
  reason: "It also holds for hands in the console, which prevent_destroy does not see.",
  remedy: "set deletion_protection (deletion_protection_enabled for DynamoDB)",
  severity: "high",
  references: fsbp("RDS.7", "RDS.8"),
  check: eachResource(["aws_rds_cluster", "aws_db_instance", "aws_dynamodb_table"], ({ type, body }) => {
    const attribute = type === "aws_dynamodb_table" ? "deletion_protection_enabled" : "deletion_protection";
    return on(attribute, body[attribute]);
  }),
};
