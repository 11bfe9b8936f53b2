import type { Rights } from "./right";

const TAGS = ["rds:AddTagsToResource", "rds:RemoveTagsFromResource"];

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html */
export const RDS: Rights = {
  aws_db_subnet_group: [
    {
      on: "databases",
      read: ["rds:DescribeDBSubnetGroups", "rds:ListTagsForResource"],
      write: ["rds:CreateDBSubnetGroup", "rds:DeleteDBSubnetGroup", "rds:ModifyDBSubnetGroup", ...TAGS],
    },
  ],
  aws_rds_cluster: [
    {
      on: "databases",
      read: ["rds:DescribeDBClusters", "rds:ListTagsForResource"],
      write: ["rds:CreateDBCluster", "rds:DeleteDBCluster", "rds:ModifyDBCluster", ...TAGS],
    },
    { on: "account", read: ["rds:DescribeGlobalClusters"] },
    // RDS keeps the master password in a secret that it makes in the name of whoever makes the cluster.
    // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html
    { on: "account", write: ["secretsmanager:CreateSecret", "secretsmanager:TagResource"] },
    { on: "keys", write: ["kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"] },
  ],
  aws_rds_cluster_instance: [
    {
      on: "databases",
      read: ["rds:DescribeDBInstances", "rds:ListTagsForResource"],
      write: ["rds:CreateDBInstance", "rds:DeleteDBInstance", "rds:ModifyDBInstance", "rds:RebootDBInstance", ...TAGS],
      passRoleTo: ["monitoring.rds.amazonaws.com"],
    },
    { on: "keys", write: ["kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"] },
  ],
  aws_rds_cluster_parameter_group: [
    {
      on: "databases",
      read: ["rds:DescribeDBClusterParameterGroups", "rds:DescribeDBClusterParameters", "rds:ListTagsForResource"],
      write: [
        "rds:CreateDBClusterParameterGroup",
        "rds:DeleteDBClusterParameterGroup",
        "rds:ModifyDBClusterParameterGroup",
        "rds:ResetDBClusterParameterGroup",
        ...TAGS,
      ],
    },
  ],
  "data.aws_rds_cluster": [{ on: "databases", read: ["rds:DescribeDBClusters", "rds:ListTagsForResource"] }],
};
