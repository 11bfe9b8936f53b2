import type { Block } from "../../stack-json";

/** Values that a plan gives a resource; what is known only after an apply is missing. */
type Planned = Block;

const attribute = (...names: readonly string[]) => {
  return (planned: Planned): string | undefined => {
    const parts = names.map((name) => planned[name]);
    return parts.every((part) => typeof part === "string") ? parts.join(SEPARATOR) : undefined;
  };
};
const SEPARATOR = "\0";
const joined = (separator: string, ...names: readonly string[]) => {
  const parts = attribute(...names);
  return (planned: Planned): string | undefined => parts(planned)?.replaceAll(SEPARATOR, separator);
};

/**
 * What `terraform import` takes, for types whose name is chosen by the stack: creating them twice fails. The section
 * "Import" of each type's page in https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs says so.
 */
export const IMPORT_IDS: Readonly<Record<string, (planned: Planned) => string | undefined>> = {
  aws_athena_prepared_statement: joined("/", "workgroup", "name"),
  aws_athena_workgroup: attribute("name"),
  aws_cloudwatch_log_group: attribute("name"),
  aws_db_subnet_group: attribute("name"),
  aws_dms_certificate: attribute("certificate_id"),
  aws_dms_endpoint: attribute("endpoint_id"),
  aws_dms_event_subscription: attribute("name"),
  aws_dms_replication_instance: attribute("replication_instance_id"),
  aws_dms_replication_subnet_group: attribute("replication_subnet_group_id"),
  aws_dms_replication_task: attribute("replication_task_id"),
  aws_dms_s3_endpoint: attribute("endpoint_id"),
  aws_glue_catalog_database: joined(":", "catalog_id", "name"),
  aws_glue_catalog_table: joined(":", "catalog_id", "database_name", "name"),
  aws_glue_crawler: attribute("name"),
  aws_iam_role: attribute("name"),
  aws_iam_role_policy: joined(":", "role", "name"),
  aws_kms_alias: attribute("name"),
  aws_lakeformation_lf_tag: joined(":", "catalog_id", "key"),
  aws_lambda_function: attribute("function_name"),
  aws_rds_cluster: attribute("cluster_identifier"),
  aws_rds_cluster_instance: attribute("identifier"),
  aws_rds_cluster_parameter_group: attribute("name"),
  aws_route_table_association: joined("/", "subnet_id", "route_table_id"),
  aws_s3_bucket: attribute("bucket"),
  aws_scheduler_schedule: joined("/", "group_name", "name"),
};

/** How AWS begins the id of what it names itself, as it stands in the ARN: only the stack's tag leads to them. */
export const GENERATED_IDS: Readonly<Record<string, RegExp>> = {
  aws_flow_log: /(?<=[:/])fl-\w+$/,
  aws_kms_key: /(?<=:key\/)[\w-]+$/,
  aws_route_table: /(?<=[:/])rtb-\w+$/,
  aws_secretsmanager_secret: /^arn:aws:secretsmanager:.*$/,
  aws_security_group: /(?<=[:/])sg-\w+$/,
  aws_subnet: /(?<=[:/])subnet-\w+$/,
  aws_vpc: /(?<=[:/])vpc-\w+$/,
  aws_vpc_endpoint: /(?<=[:/])vpce-\w+$/,
  aws_vpc_security_group_egress_rule: /(?<=[:/])sgr-\w+$/,
  aws_vpc_security_group_ingress_rule: /(?<=[:/])sgr-\w+$/,
};
