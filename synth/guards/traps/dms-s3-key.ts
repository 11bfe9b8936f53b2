import { eachResource } from "../output-guard";

/** hashicorp/terraform-provider-aws#32514: the argument forces a new endpoint at every plan; fixed in 6.x by #48441. */
export const dmsS3Key = eachResource("aws_dms_s3_endpoint", ({ body }) =>
  "kms_key_arn" in body
    ? {
        cause: "kms_key_arn makes every plan replace the endpoint (hashicorp/terraform-provider-aws#32514)",
        remedy: "remove it; server_side_encryption_kms_key_id is what encrypts the objects",
      }
    : undefined,
);
