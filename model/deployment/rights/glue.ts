import type { Rights } from "./right";

/** The Data Catalog is encrypted: whoever reads or writes it uses its key, through Glue. */
const KEY = { on: "keys" as const, read: ["kms:Decrypt"], write: ["kms:Encrypt", "kms:GenerateDataKey"] };
const glue = (read: readonly string[], write: readonly string[]) => ({
  on: "catalog" as const,
  read: read.map((action) => `glue:${action}`),
  write: write.map((action) => `glue:${action}`),
});

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsglue.html */
export const GLUE: Rights = {
  aws_glue_catalog_database: [
    glue(
      ["GetDatabase", "GetTags"],
      ["CreateDatabase", "DeleteDatabase", "UpdateDatabase", "TagResource", "UntagResource"],
    ),
    KEY,
  ],
  aws_glue_catalog_table: [
    glue(
      ["GetDatabase", "GetPartitionIndexes", "GetTable"],
      ["CreatePartitionIndex", "CreateTable", "DeletePartitionIndex", "DeleteTable", "UpdateTable"],
    ),
    KEY,
    // An Iceberg table is made with its first metadata file, which Lake Formation hands out access for.
    { on: "account", write: ["lakeformation:GetDataAccess"] },
  ],
  aws_glue_catalog_table_optimizer: [
    {
      ...glue(
        ["GetTableOptimizer", "GetTable"],
        ["CreateTableOptimizer", "DeleteTableOptimizer", "UpdateTableOptimizer"],
      ),
      passRoleTo: ["glue.amazonaws.com"],
    },
  ],
  aws_glue_crawler: [
    {
      ...glue(
        ["GetCrawler", "GetTags"],
        ["DeleteCrawler", "StopCrawler", "TagResource", "UntagResource", "UpdateCrawler"],
      ),
      passRoleTo: ["glue.amazonaws.com"],
    },
    // Knows no resources: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsglue.html
    { on: "account", write: ["glue:CreateCrawler"] },
  ],
  aws_glue_security_configuration: [
    {
      on: "account",
      read: ["glue:GetSecurityConfiguration"],
      write: ["glue:CreateSecurityConfiguration", "glue:DeleteSecurityConfiguration"],
    },
  ],
  aws_glue_data_catalog_encryption_settings: [
    glue(["GetDataCatalogEncryptionSettings"], ["PutDataCatalogEncryptionSettings"]),
    KEY,
  ],
  aws_glue_resource_policy: [glue(["GetResourcePolicy"], ["DeleteResourcePolicy", "PutResourcePolicy"])],
  "data.aws_glue_catalog_table": [glue(["GetTable"], []), KEY],
};
