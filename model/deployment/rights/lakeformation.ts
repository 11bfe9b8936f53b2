import type { Rights } from "./right";

/**
 * Lake Formation's own administrators and grants decide on resources; its IAM actions know none.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslakeformation.html
 */
const lake = (read: readonly string[], write: readonly string[]) => ({
  on: "account" as const,
  read: read.map((action) => `lakeformation:${action}`),
  write: write.map((action) => `lakeformation:${action}`),
});

export const LAKE_FORMATION: Rights = {
  aws_lakeformation_data_cells_filter: [
    lake(["GetDataCellsFilter"], ["CreateDataCellsFilter", "DeleteDataCellsFilter", "UpdateDataCellsFilter"]),
  ],
  aws_lakeformation_data_lake_settings: [lake(["GetDataLakeSettings"], ["PutDataLakeSettings"])],
  "data.aws_lakeformation_data_lake_settings": [lake(["GetDataLakeSettings"], [])],
  aws_lakeformation_lf_tag: [lake(["GetLFTag"], ["CreateLFTag", "DeleteLFTag", "UpdateLFTag"])],
  aws_lakeformation_permissions: [
    lake(
      ["ListPermissions", "GetResourceLFTags", "ListLFTags", "SearchTablesByLFTags", "SearchDatabasesByLFTags"],
      ["GrantPermissions", "RevokePermissions", "BatchGrantPermissions", "BatchRevokePermissions"],
    ),
    { on: "catalog", read: ["glue:GetDatabase", "glue:GetDatabases", "glue:GetTable", "glue:GetTables"] },
    // A grant to another account is a share of AWS RAM, made in the name of the grantor.
    // https://docs.aws.amazon.com/lake-formation/latest/dg/cross-account-prereqs.html
    {
      on: "account",
      read: ["ram:GetResourceShares", "ram:GetResourceShareAssociations", "ram:ListResources"],
      write: [
        "ram:AssociateResourceShare",
        "ram:AssociateResourceSharePermission",
        "ram:CreateResourceShare",
        "ram:DeleteResourceShare",
        "ram:DisassociateResourceShare",
        "ram:DisassociateResourceSharePermission",
        "ram:UpdateResourceShare",
        "glue:PutResourcePolicy",
        "glue:DeleteResourcePolicy",
      ],
    },
  ],
  aws_lakeformation_resource: [
    {
      ...lake(["DescribeResource"], ["DeregisterResource", "RegisterResource", "UpdateResource"]),
      passRoleTo: ["lakeformation.amazonaws.com"],
    },
  ],
  aws_lakeformation_resource_lf_tag: [lake(["GetResourceLFTags"], ["AddLFTagsToResource", "RemoveLFTagsFromResource"])],
  aws_lakeformation_resource_lf_tags: [
    lake(["GetResourceLFTags"], ["AddLFTagsToResource", "RemoveLFTagsFromResource"]),
    { on: "catalog", read: ["glue:GetDatabase", "glue:GetTable"] },
  ],
};
