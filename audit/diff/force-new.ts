/**
 * Attributes of stateful resources that AWS cannot change: the provider replaces the resource. As the provider's
 * documentation ("Forces new resource") and schema (ForceNew) say for version 5.100.0; its published schema does not tell.
 * https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs
 */
export const FORCE_NEW: Readonly<Record<string, readonly string[]>> = {
  aws_db_instance: ["identifier_prefix", "engine", "kms_key_id", "storage_encrypted", "username", "availability_zone"],
  aws_dynamodb_table: ["name", "hash_key", "range_key"],
  aws_glue_catalog_database: ["name", "catalog_id"],
  aws_glue_catalog_table: ["name", "database_name", "catalog_id"],
  aws_kms_key: ["customer_master_key_spec", "key_usage", "multi_region"],
  aws_rds_cluster: [
    "availability_zones",
    "cluster_identifier",
    "database_name",
    "db_subnet_group_name",
    "engine",
    "kms_key_id",
    "master_username",
    "storage_encrypted",
  ],
  aws_rds_cluster_instance: ["availability_zone", "cluster_identifier", "engine", "identifier"],
  aws_s3_bucket: ["bucket", "bucket_prefix", "object_lock_enabled"],
  aws_secretsmanager_secret: ["name", "name_prefix"],
};
