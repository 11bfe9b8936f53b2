import { add, type Planted, remove, set, statement } from "./edit";

const stack = "prod-lending-network";
const VPC = ["aws_vpc", "network_vpc"] as const;

export const NETWORKS: readonly Planted[] = [
  {
    control: "no-public-subnet",
    stack,
    edit: set("aws_subnet", "network_subnet-eu-central-1a", "map_public_ip_on_launch", true),
    found: ["aws_subnet", "network_subnet-eu-central-1a"],
  },
  {
    control: "no-open-ingress",
    stack,
    edit: set("aws_security_group", "endpoints", "ingress.0.cidr_blocks", ["0.0.0.0/0"]),
    found: ["aws_security_group", "endpoints"],
  },
  {
    control: "no-open-egress",
    stack,
    edit: set("aws_security_group", "endpoints", "egress", [{ from_port: 0, to_port: 0, ipv6_cidr_blocks: ["::/0"] }]),
    found: ["aws_security_group", "endpoints"],
  },
  { control: "default-group-closed", stack, edit: remove("aws_default_security_group", "network"), found: VPC },
  { control: "network-logged", stack, edit: remove("aws_flow_log", "flow"), found: VPC },
  { control: "network-endpoints", stack, edit: remove("aws_vpc_endpoint", "endpoints_s3"), found: VPC },
  {
    control: "no-internet",
    stack,
    edit: add("aws_internet_gateway", "way", { vpc_id: "vpc-1" }),
    found: ["aws_internet_gateway", "way"],
  },
  {
    control: "log-retention",
    stack,
    edit: set("aws_cloudwatch_log_group", "flow", "retention_in_days", undefined),
    found: ["aws_cloudwatch_log_group", "flow"],
  },
  {
    control: "message-tls",
    stack: "prod-lending-monitoring",
    edit: statement("aws_sns_topic_policy", "alarms", "OnlyTls", (found) => {
      found["Effect"] = "Allow";
    }),
    found: ["aws_sns_topic_policy", "alarms"],
  },
];
