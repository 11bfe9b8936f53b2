/** What grants something, and what this audit does not evaluate: it says so. */
import { causeOf } from "../cause";
import type { Output } from "../output/types";
import type { NotEvaluated } from "./types";

/** Types that take part in the computation. */
const EVALUATED = new Set([
  "aws_glue_data_catalog_encryption_settings",
  "aws_iam_group_policy",
  "aws_iam_group_policy_attachment",
  "aws_iam_policy",
  "aws_iam_policy_attachment",
  "aws_iam_role_policy",
  "aws_iam_role_policy_attachment",
  "aws_iam_role_policy_attachments_exclusive",
  "aws_iam_user_policy",
  "aws_iam_user_policy_attachment",
  "aws_iam_user_policy_attachments_exclusive",
  "aws_kms_grant",
  "aws_kms_key_policy",
  "aws_lakeformation_permissions",
  "aws_s3_bucket_policy",
]);

/** Types whose names look like a permission, and that give nobody data of the lake. */
const HARMLESS = new Set([
  // They take policies away, and add none.
  "aws_iam_group_policies_exclusive",
  "aws_iam_role_policies_exclusive",
  "aws_iam_user_policies_exclusive",
  "aws_sns_topic_policy",
  "aws_sqs_queue_policy",
  "aws_iam_account_password_policy",
  "aws_cloudwatch_event_bus_policy",
  "aws_cloudwatch_log_resource_policy",
  "aws_appautoscaling_policy",
  "aws_autoscaling_policy",
  "aws_backup_vault_policy",
  "aws_ecr_lifecycle_policy",
  "aws_vpc_endpoint_policy",
  "aws_internet_gateway_attachment",
  "aws_volume_attachment",
  "aws_network_interface_attachment",
  "aws_ec2_transit_gateway_vpc_attachment",
  "aws_autoscaling_attachment",
  "aws_lb_target_group_attachment",
]);

const GRANTING =
  /_(policy|permissions?|grants?|acl|access_point|access_grant|resource_share|resource_association|principal_association|opt_in|account_assignment|attachment|attachments_exclusive|policies_exclusive)$/;

const WHY: Readonly<Record<string, string>> = {
  aws_lambda_permission: "who may start a function is not followed to what the function may read",
  aws_glue_resource_policy: "opens the catalog's metadata; data still needs Lake Formation or S3",
  aws_lakeformation_opt_in: "matters for locations in hybrid access mode only, which are reported",
  aws_ram_resource_share: "shares resources past Lake Formation",
  aws_s3_bucket_acl: "access control lists are not read; bucket-owner-enforced buckets ignore them",
};

/** Resources that may grant access in a way that the matrix does not show, and calls of modules, which are not read. */
export function notEvaluated({ stacks, byType }: Output): readonly NotEvaluated[] {
  const managed = [...byType].filter(([type]) => type.startsWith("aws_") && GRANTING.test(type));
  const types = managed.filter(([type]) => !EVALUATED.has(type) && !HARMLESS.has(type));
  const others = [...byType].filter(([type, [first]]) => first?.kind === "resource" && !isKnownProvider(type));
  return [
    ...types.map(([type, resources]) => ({
      type,
      why: WHY[type] ?? "this audit does not evaluate it, and its name looks like a permission",
      causes: resources.map((resource) => causeOf(resource, "may grant something")),
    })),
    ...others.map(([type, resources]) => ({
      type,
      why: "this audit knows the AWS provider only",
      causes: resources.map((resource) => causeOf(resource, "is not known")),
    })),
    ...stacks
      .filter(({ modules }) => modules.length > 0)
      .map(({ id, modules, files }) => ({
        type: "module",
        why: `what modules declare is not read; "cdktf synth" and "terraform show -json" write it out`,
        causes: modules.map((name) => ({
          stack: id,
          file: files[0] ?? "",
          address: `module.${name}`,
          pointer: `/module/${name}`,
          says: "calls a module",
        })),
      })),
  ].toSorted((one, other) => (one.type < other.type ? -1 : 1));
}

const isKnownProvider = (type: string): boolean => /^(aws|random|null|time|terraform|local|tls|archive)_/.test(type);
