import { type Control, eachResource } from "../check/control";
import { fail, PASS } from "../check/judge";
import { fsbp } from "../check/references";
import { blocks, texts } from "../output/json";
import type { Block } from "../output/types";

const WORLD = new Set(["0.0.0.0/0", "::/0"]);

/** Everybody's addresses that a rule lets in, however it is written. */
export const everybodysAddresses = (rule: Block): readonly string[] =>
  [rule["cidr_ipv4"], rule["cidr_ipv6"], rule["cidr_blocks"], rule["ipv6_cidr_blocks"]]
    .flatMap(texts)
    .filter((address) => WORLD.has(address));

export const noOpenIngress: Control = {
  id: "no-open-ingress",
  sentence: "No security group lets the whole Internet in.",
  reason: "The platform serves nobody outside of its networks.",
  remedy: "name the block of the network, or another security group",
  severity: "critical",
  references: fsbp("EC2.18", "EC2.19"),
  check: eachResource(
    [
      "aws_security_group",
      "aws_default_security_group",
      "aws_security_group_rule",
      "aws_vpc_security_group_ingress_rule",
    ],
    ({ type, body }) => {
      if (type === "aws_security_group_rule" && body["type"] !== "ingress") return undefined;
      const rules = type.endsWith("_rule") ? [body] : blocks(body["ingress"]);
      const open = rules.flatMap(everybodysAddresses);
      return open.length === 0 ? PASS : fail(`lets in ${open.join(", ")}`);
    },
  ),
};
