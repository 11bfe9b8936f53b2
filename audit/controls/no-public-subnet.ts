import { type Control, eachResource } from "../check/control";
import { off } from "../check/judge";
import { fsbp } from "../check/references";

export const noPublicSubnet: Control = {
  id: "no-public-subnet",
  sentence: "No subnet gives public addresses to what starts in it.",
  reason: "Nothing of the platform talks to the Internet.",
  remedy: "set map_public_ip_on_launch to false",
  severity: "high",
  references: fsbp("EC2.15"),
  check: eachResource(["aws_subnet"], ({ body }) => off("map_public_ip_on_launch", body["map_public_ip_on_launch"])),
};
