import { type Control, eachResource } from "../check/control";
import { all, customerKey, wants } from "../check/judge";
import { blocks } from "../output/json";

export const replicationEncrypted: Control = {
  id: "replication-encrypted",
  sentence: "DMS keeps its storage and endpoints, and writes its files, with customer-managed KMS keys.",
  reason: "A replication instance caches rows of the source on its disk; files on S3 outlive it.",
  remedy:
    "set kms_key_arn (instances, endpoints), or encryption_mode SSE_KMS and server_side_encryption_kms_key_id (S3)",
  severity: "high",
  references: [],
  check: eachResource(
    ["aws_dms_replication_instance", "aws_dms_endpoint", "aws_dms_replication_config", "aws_dms_s3_endpoint"],
    ({ type, body }) => {
      if (type === "aws_dms_s3_endpoint") {
        return all(
          wants("encryption_mode", body["encryption_mode"], (mode) => String(mode).toUpperCase() === "SSE_KMS"),
          customerKey("server_side_encryption_kms_key_id", body["server_side_encryption_kms_key_id"]),
        );
      }
      const compute = type === "aws_dms_replication_config" ? blocks(body["compute_config"])[0] : body;
      return customerKey(
        type === "aws_dms_replication_config" ? "kms_key_id" : "kms_key_arn",
        compute?.[type === "aws_dms_replication_config" ? "kms_key_id" : "kms_key_arn"],
      );
    },
  ),
};
