import { type Control, eachResource } from "../check/control";
import { fail, PASS } from "../check/judge";

export const networkEndpoints: Control = {
  id: "network-endpoints",
  sentence: "Every VPC reaches S3 through an endpoint of its own.",
  reason: "Without one the bank's files leave by the Internet, and no bucket can tell the network they come from.",
  remedy: "add aws_vpc_endpoint for com.amazonaws.<region>.s3",
  severity: "medium",
  references: [],
  check: eachResource(["aws_vpc"], (vpc, world) =>
    world
      .configuring(vpc, "aws_vpc_endpoint", "vpc_id", "id")
      .some(({ body }) => String(body["service_name"]).endsWith(".s3"))
      ? PASS
      : fail("no aws_vpc_endpoint of the VPC is for S3"),
  ),
};
