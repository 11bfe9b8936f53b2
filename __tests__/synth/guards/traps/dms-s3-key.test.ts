import { findingsOn } from "../../../support/guarded";

describe("the trap of the S3 endpoint's key", () => {
  it("finds kms_key_arn", () => {
    expect(findingsOn("aws_dms_s3_endpoint", { kms_key_arn: "arn:aws:kms:::key/1" })).toEqual([
      {
        stack: "one",
        place: "aws_dms_s3_endpoint.x",
        cause: "kms_key_arn makes every plan replace the endpoint (hashicorp/terraform-provider-aws#32514)",
        remedy: "remove it; server_side_encryption_kms_key_id is what encrypts the objects",
      },
    ]);
  });

  it("passes the key that encrypts the objects, and the key of other endpoints", () => {
    expect(findingsOn("aws_dms_s3_endpoint", { server_side_encryption_kms_key_id: "arn" })).toEqual([]);
    expect(findingsOn("aws_dms_endpoint", { kms_key_arn: "arn", endpoint_id: "x" })).toEqual([]);
  });
});
