import { type Control, eachResource } from "../check/control";
import { fail } from "../check/judge";

export const noInternet: Control = {
  id: "no-internet",
  sentence: "No network of the platform has a way to the Internet.",
  reason: "Replication needs AWS's services only, which endpoints reach.",
  remedy: "use VPC endpoints instead of gateways, or waive it where the network is shared",
  severity: "medium",
  references: [],
  check: eachResource(
    ["aws_internet_gateway", "aws_nat_gateway", "aws_egress_only_internet_gateway", "aws_vpc"],
    ({ type }) => (type === "aws_vpc" ? { verdict: "pass" } : fail(`there is an ${type}`)),
  ),
};
