import { type Control, eachResource } from "../check/control";
import { fail, PASS } from "../check/judge";
import { cis, fsbp } from "../check/references";
import { blocks } from "../output/json";

export const defaultGroupClosed: Control = {
  id: "default-group-closed",
  sentence: "The default security group of every VPC lets nothing in or out.",
  reason: "What names no group gets it, and its members may talk to each other and the Internet.",
  remedy: "add aws_default_security_group without rules",
  severity: "medium",
  references: [...fsbp("EC2.2"), ...cis("5.5")],
  check: eachResource(["aws_vpc"], (vpc, world) => {
    const groups = world.configuring(vpc, "aws_default_security_group", "vpc_id", "id");
    if (groups.length === 0) return fail("the VPC has no aws_default_security_group");
    const rules = groups.flatMap(({ body }) => [...blocks(body["ingress"]), ...blocks(body["egress"])]);
    return rules.length === 0 ? PASS : fail(`the default security group has ${rules.length} rules`);
  }),
};
