import { LIMITS, type LimitKind } from "../../model/limits";
import type { OutputGuard } from "./output-guard";

/** Which attribute of a resource type is its name, and what the name names. */
const NAMES: Readonly<Record<string, readonly [attribute: string, kind: LimitKind]>> = {
  aws_athena_workgroup: ["name", "workgroup"],
  aws_dms_endpoint: ["endpoint_id", "dmsEndpoint"],
  aws_dms_replication_config: ["replication_config_identifier", "dmsResource"],
  aws_dms_replication_instance: ["replication_instance_id", "replicationInstance"],
  aws_dms_replication_task: ["replication_task_id", "dmsResource"],
  aws_dms_s3_endpoint: ["endpoint_id", "dmsEndpoint"],
  aws_glue_catalog_database: ["name", "database"],
  aws_iam_role: ["name", "role"],
  aws_kms_alias: ["name", "keyAlias"],
  aws_lambda_function: ["function_name", "function"],
  aws_rds_cluster: ["cluster_identifier", "cluster"],
  aws_s3_bucket: ["bucket", "bucket"],
  aws_secretsmanager_secret: ["name", "secret"],
  aws_sns_topic: ["name", "topic"],
  aws_sfn_state_machine: ["name", "stateMachine"],
};

/**
 * The landscape's checks refuse long names first; this one also sees names that a stack made up by itself. A name that
 * Terraform computes is as long as nobody knows.
 */
export const nameLengthGuard: OutputGuard = ({ elements }) =>
  elements.flatMap(({ stack, kind, type, address, body }) => {
    const [attribute, named] = (kind === "resource" ? NAMES[type] : undefined) ?? [];
    if (attribute === undefined || named === undefined) return [];
    const name = body[attribute];
    const { longest } = LIMITS[named];
    if (typeof name !== "string" || name.includes("${") || name.length <= longest) return [];
    return [
      {
        stack,
        place: address,
        cause: `${attribute} "${name}" has ${name.length} characters; AWS takes ${longest}`,
        remedy: "shorten the names in the landscape that it is made of",
      },
    ];
  });
