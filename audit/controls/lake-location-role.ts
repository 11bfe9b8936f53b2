import { type Control, eachResource } from "../check/control";
import { all, fail, off, PASS } from "../check/judge";
import { provider } from "../check/references";

export const lakeLocationRole: Control = {
  id: "lake-location-role",
  sentence: "Every location of the lake has a role of its own, and takes no access past Lake Formation.",
  reason:
    "The service-linked role reaches every location, and registering several at once loses some; hybrid access leaves IAM's ways open.",
  remedy: "set role_arn, and neither use_service_linked_role nor hybrid_access_enabled",
  severity: "high",
  references: provider(49685),
  check: eachResource(["aws_lakeformation_resource"], ({ body }) =>
    all(
      body["role_arn"] === undefined ? fail("role_arn is not set: the service-linked role is used") : PASS,
      off("use_service_linked_role", body["use_service_linked_role"]),
      off("hybrid_access_enabled", body["hybrid_access_enabled"]),
    ),
  ),
};
