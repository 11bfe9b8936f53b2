import { eachResource } from "../output-guard";

/** hashicorp/terraform-provider-aws#49685: registered in parallel, service-linked locations get lost. */
export const locationRole = eachResource("aws_lakeformation_resource", ({ body }) =>
  body["use_service_linked_role"] === true || typeof body["role_arn"] !== "string"
    ? {
        cause:
          "locations of the service-linked role get lost when made in parallel (hashicorp/terraform-provider-aws#49685)",
        remedy: "give the location a role of its own in role_arn",
      }
    : undefined,
);
