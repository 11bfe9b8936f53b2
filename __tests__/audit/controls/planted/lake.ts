import { add, type Planted, set } from "./edit";

const stack = "prod-governance-lake";
const SETTINGS = ["aws_lakeformation_data_lake_settings", "lake-formation"] as const;
const LOCATION = ["aws_lakeformation_resource", "raw_location"] as const;

export const LAKE: readonly Planted[] = [
  {
    control: "lake-no-iam-principals",
    stack,
    edit: set(...SETTINGS, "create_table_default_permissions", [
      { permissions: ["ALL"], principal: "IAM_ALLOWED_PRINCIPALS" },
    ]),
    found: SETTINGS,
  },
  {
    control: "lake-no-iam-principals",
    stack,
    edit: add("aws_lakeformation_permissions", "everybody", {
      principal: "IAM_ALLOWED_PRINCIPALS",
      permissions: ["SELECT"],
      database: { name: "loans" },
    }),
    found: ["aws_lakeformation_permissions", "everybody"],
  },
  {
    control: "lake-cross-account-version",
    stack,
    edit: set(...SETTINGS, "parameters", { CROSS_ACCOUNT_VERSION: "1" }),
    found: SETTINGS,
  },
  {
    control: "lake-no-super",
    stack,
    edit: add("aws_lakeformation_permissions", "super", {
      principal: "arn:aws:iam::111122223333:role/engineer",
      permissions: ["ALL"],
      database: { name: "loans" },
    }),
    found: ["aws_lakeformation_permissions", "super"],
  },
  {
    control: "lake-no-foreign-engines",
    stack,
    edit: set(...SETTINGS, "allow_full_table_external_data_access", true),
    found: SETTINGS,
  },
  {
    control: "lake-location-role",
    stack: "prod-governance-storage-loans",
    edit: set(...LOCATION, "role_arn", undefined),
    found: LOCATION,
  },
  {
    control: "lake-location-role",
    stack: "prod-governance-storage-loans",
    edit: set(...LOCATION, "hybrid_access_enabled", true),
    found: LOCATION,
  },
  {
    control: "one-owner",
    stack: "prod-governance-trail",
    edit: add("aws_lakeformation_data_lake_settings", "again", { parameters: { CROSS_ACCOUNT_VERSION: "4" } }),
    found: ["aws_lakeformation_data_lake_settings", "again"],
  },
];
