import { type Control, eachResource } from "../check/control";
import { all, customerKey, on } from "../check/judge";

export const databaseManagedPassword: Control = {
  id: "database-managed-password",
  sentence: "RDS makes and rotates the owner's password of every cluster, with a customer-managed key.",
  reason: "No person and no state ever knows it.",
  remedy: "set manage_master_user_password and master_user_secret_kms_key_id",
  severity: "high",
  references: [],
  check: eachResource(["aws_rds_cluster"], ({ body }) =>
    all(
      on("manage_master_user_password", body["manage_master_user_password"]),
      customerKey("master_user_secret_kms_key_id", body["master_user_secret_kms_key_id"]),
    ),
  ),
};
