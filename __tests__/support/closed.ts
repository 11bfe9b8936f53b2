/** What a plan must refuse to find, since no attribute can say that it is empty. */

const found = (block: string, remedy: string) => ({
  condition: `\${alltrue([for each in self.${block} : try(length(each.permissions), 0) == 0])}`,
  error_message: `${block} grants permissions. Somebody changed it by hand: ${remedy}.`,
});

const SETTINGS =
  "empty it with `aws lakeformation put-data-lake-settings`, keeping the rest as get-data-lake-settings shows it";

/** Lake Formation's settings besides administrators and trusted owners: everything else is empty. */
export const emptySettings = {
  parameters: { CROSS_ACCOUNT_VERSION: "4", SET_CONTEXT: "TRUE" },
  read_only_admins: [],
  trusted_resource_owners: [],
  external_data_filtering_allow_list: [],
  authorized_session_tag_value_list: [],
  lifecycle: {
    prevent_destroy: true,
    postcondition: [
      found("create_database_default_permissions", SETTINGS),
      found("create_table_default_permissions", SETTINGS),
    ],
  },
};

/** What every catalog database has in its lifecycle. */
export const closedDatabase = {
  postcondition: [
    found(
      "create_table_default_permission",
      "empty CreateTableDefaultPermissions with `aws glue update-database`, and look at what the tables made since then grant",
    ),
  ],
};

/** A rule as it stands in a security group: Terraform wants every attribute, and has null for those that are not meant. */
export const groupRule = (rule: Readonly<Record<string, unknown>>) => ({
  cidr_blocks: null,
  ipv6_cidr_blocks: null,
  prefix_list_ids: null,
  security_groups: null,
  self: null,
  protocol: "tcp",
  ...rule,
});
