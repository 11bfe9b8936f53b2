import type { OutputGuard } from "./output-guard";

interface NameLimit {
  readonly attribute: string;
  readonly maximum: number;
}

/** Longest names that AWS accepts, by resource type. */
const LIMITS: Readonly<Record<string, NameLimit>> = {
  aws_athena_workgroup: { attribute: "name", maximum: 128 },
  aws_dms_endpoint: { attribute: "endpoint_id", maximum: 255 },
  aws_dms_replication_instance: { attribute: "replication_instance_id", maximum: 63 },
  aws_dms_replication_task: { attribute: "replication_task_id", maximum: 255 },
  aws_glue_catalog_database: { attribute: "name", maximum: 255 },
  aws_iam_role: { attribute: "name", maximum: 64 },
  aws_kms_alias: { attribute: "name", maximum: 256 },
  aws_lambda_function: { attribute: "function_name", maximum: 64 },
  aws_rds_cluster: { attribute: "cluster_identifier", maximum: 63 },
  aws_s3_bucket: { attribute: "bucket", maximum: 63 },
  aws_secretsmanager_secret: { attribute: "name", maximum: 512 },
  aws_sns_topic: { attribute: "name", maximum: 256 },
  aws_sfn_state_machine: { attribute: "name", maximum: 80 },
};

/**
 * The landscape's checks refuse long names first; this one also sees names that a stack made up by itself. A name that
 * Terraform computes is as long as nobody knows.
 */
export const nameLengthGuard: OutputGuard = ({ elements }) =>
  elements.flatMap(({ stack, kind, type, address, body }) => {
    const limit = kind === "resource" ? LIMITS[type] : undefined;
    const name = limit === undefined ? undefined : body[limit.attribute];
    if (limit === undefined || typeof name !== "string" || name.includes("${") || name.length <= limit.maximum) {
      return [];
    }
    return [
      {
        stack,
        place: address,
        cause: `${limit.attribute} "${name}" has ${name.length} characters; AWS takes ${limit.maximum}`,
        remedy: "shorten the names in the landscape that it is made of",
      },
    ];
  });
