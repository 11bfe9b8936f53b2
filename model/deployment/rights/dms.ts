import type { Rights } from "./right";

const TAGS = ["dms:AddTagsToResource", "dms:RemoveTagsFromResource"];
const KEYS = {
  on: "keys" as const,
  write: ["kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
};

const dms = (describe: string, write: readonly string[]) => [
  { on: "account" as const, read: [`dms:${describe}`] },
  {
    on: "replication" as const,
    read: ["dms:ListTagsForResource"],
    write: [...write.map((action) => `dms:${action}`), ...TAGS],
  },
];

/**
 * DMS gives its resources random ARNs: account and Region are the limit.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsdatabasemigrationservice.html
 */
export const DMS: Rights = {
  aws_dms_certificate: dms("DescribeCertificates", ["DeleteCertificate", "ImportCertificate"]),
  aws_dms_endpoint: [
    ...dms("DescribeEndpoints", ["CreateEndpoint", "DeleteEndpoint", "ModifyEndpoint"]),
    { ...KEYS, passRoleTo: ["dms.amazonaws.com", "dms.{region}.amazonaws.com"] },
  ],
  aws_dms_s3_endpoint: [
    ...dms("DescribeEndpoints", ["CreateEndpoint", "DeleteEndpoint", "ModifyEndpoint"]),
    { on: "replication", passRoleTo: ["dms.amazonaws.com"] },
  ],
  aws_dms_event_subscription: dms("DescribeEventSubscriptions", [
    "CreateEventSubscription",
    "DeleteEventSubscription",
    "ModifyEventSubscription",
  ]),
  aws_dms_replication_instance: [
    ...dms("DescribeReplicationInstances", [
      "CreateReplicationInstance",
      "DeleteReplicationInstance",
      "ModifyReplicationInstance",
    ]),
    KEYS,
  ],
  aws_dms_replication_subnet_group: dms("DescribeReplicationSubnetGroups", [
    "CreateReplicationSubnetGroup",
    "DeleteReplicationSubnetGroup",
    "ModifyReplicationSubnetGroup",
  ]),
  aws_dms_replication_task: dms("DescribeReplicationTasks", [
    "CreateReplicationTask",
    "DeleteReplicationTask",
    "ModifyReplicationTask",
    "StartReplicationTask",
    "StopReplicationTask",
  ]),
  aws_dms_replication_config: [
    ...dms("DescribeReplicationConfigs", [
      "CreateReplicationConfig",
      "DeleteReplicationConfig",
      "ModifyReplicationConfig",
      "StartReplication",
      "StopReplication",
    ]),
    { on: "account", read: ["dms:DescribeReplications"] },
    KEYS,
  ],
};
