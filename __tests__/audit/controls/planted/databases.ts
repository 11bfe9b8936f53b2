import { add, type Planted, remove, set } from "./edit";

const stack = "prod-lending-source-loans";
const CLUSTER = ["aws_rds_cluster", "aurora_cluster"] as const;
const cluster = (control: string, path: string, value: unknown): Planted => ({
  control,
  stack,
  edit: set(...CLUSTER, path, value),
  found: CLUSTER,
});

export const DATABASES: readonly Planted[] = [
  cluster("database-encrypted", "storage_encrypted", false),
  cluster("database-backups", "backup_retention_period", 1),
  cluster("database-logged", "enabled_cloudwatch_logs_exports", ["error"]),
  cluster("database-managed-password", "manage_master_user_password", undefined),
  cluster("database-iam-login", "iam_database_authentication_enabled", false),
  cluster("deletion-protection", "deletion_protection", false),
  cluster("destroy-protection", "lifecycle", undefined),
  cluster("secret-not-in-state", "master_password", "${var.password}"),
  {
    control: "database-tls",
    stack,
    edit: set("aws_rds_cluster_parameter_group", "aurora", "parameter.require_secure_transport.value", "OFF"),
    found: CLUSTER,
  },
  {
    control: "no-public-endpoint",
    stack,
    edit: set("aws_rds_cluster_instance", "aurora_instances_instance-1", "publicly_accessible", true),
    found: ["aws_rds_cluster_instance", "aurora_instances_instance-1"],
  },
  {
    control: "minor-upgrades",
    stack,
    edit: set("aws_rds_cluster_instance", "aurora_instances_instance-1", "auto_minor_version_upgrade", false),
    found: ["aws_rds_cluster_instance", "aurora_instances_instance-1"],
  },
  {
    control: "database-multi-az",
    stack,
    edit: remove("aws_rds_cluster_instance", "aurora_instances_instance-2"),
    found: ["aws_rds_cluster_instance", "aurora_instances_instance-1"],
  },
  {
    control: "aurora-backtrack",
    stack,
    edit: add("aws_rds_cluster", "other", { engine: "aurora-mysql" }),
    found: ["aws_rds_cluster", "other"],
  },
  {
    control: "table-encrypted",
    stack,
    edit: add("aws_dynamodb_table", "marks", { name: "marks" }),
    found: ["aws_dynamodb_table", "marks"],
  },
  {
    control: "disk-encrypted",
    stack,
    edit: add("aws_ebs_encryption_by_default", "disks", { enabled: false }),
    found: ["aws_ebs_encryption_by_default", "disks"],
  },
];
