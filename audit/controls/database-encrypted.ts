import { type Control, eachResource } from "../check/control";
import { all, customerKey, on } from "../check/judge";
import { cis, fsbp } from "../check/references";

export const databaseEncrypted: Control = {
  id: "database-encrypted",
  sentence: "Every database is encrypted with a customer-managed KMS key.",
  reason: "Storage, snapshots and backups of a database without encryption can be read by whoever copies them.",
  remedy: "set storage_encrypted and kms_key_id; an existing database must be restored from an encrypted snapshot",
  severity: "high",
  references: [...fsbp("RDS.3", "RDS.27"), ...cis("2.2.1")],
  check: eachResource(["aws_rds_cluster", "aws_db_instance"], ({ body }) =>
    all(on("storage_encrypted", body["storage_encrypted"]), customerKey("kms_key_id", body["kms_key_id"])),
  ),
};
