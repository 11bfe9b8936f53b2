import { type Control, eachResource } from "../check/control";
import { fail, PASS } from "../check/judge";
import { blocks } from "../output/json";
import { everybodysAddresses } from "./no-open-ingress";

export const noOpenEgress: Control = {
  id: "no-open-egress",
  sentence: "No security group lets anything out to the whole Internet.",
  reason: "What holds the bank's rows must not be able to send them anywhere.",
  remedy: "name security groups, prefix lists of gateway endpoints, or the network's block",
  severity: "high",
  references: [],
  check: eachResource(
    [
      "aws_security_group",
      "aws_default_security_group",
      "aws_security_group_rule",
      "aws_vpc_security_group_egress_rule",
    ],
    ({ type, body }) => {
      if (type === "aws_security_group_rule" && body["type"] !== "egress") return undefined;
      const rules = type.endsWith("_rule") ? [body] : blocks(body["egress"]);
      const open = rules.flatMap(everybodysAddresses);
      return open.length === 0 ? PASS : fail(`lets out to ${open.join(", ")}`);
    },
  ),
};
