import { type Control, eachResource } from "../check/control";
import { fail, PASS } from "../check/judge";
import { cis, fsbp } from "../check/references";

export const networkLogged: Control = {
  id: "network-logged",
  sentence: "Every VPC logs its traffic, refused and accepted.",
  reason: "Without flow logs nobody can say afterwards what a machine talked to.",
  remedy: "add aws_flow_log with traffic_type ALL (or REJECT at least)",
  severity: "medium",
  references: [...fsbp("EC2.6"), ...cis("3.7")],
  check: eachResource(["aws_vpc"], (vpc, world) => {
    const types = world
      .configuring(vpc, "aws_flow_log", "vpc_id", "id")
      .map(({ body }) => String(body["traffic_type"]));
    if (types.includes("ALL") || types.includes("REJECT")) return PASS;
    return fail(types.length === 0 ? "no aws_flow_log names the VPC" : `traffic_type is ${types.join(", ")}`);
  }),
};
