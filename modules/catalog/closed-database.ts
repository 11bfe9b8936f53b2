import type { TerraformResourceLifecycle } from "cdktf";
import { grantsNothing } from "../terraform/postconditions";

/**
 * For every catalog database: what Lake Formation gives on its new tables by itself is nothing. Set when the database is
 * made, from the account's settings, and left alone by Terraform from then on.
 * https://docs.aws.amazon.com/glue/latest/webapi/API_Database.html
 */
export const CLOSED: TerraformResourceLifecycle = {
  postcondition: [
    grantsNothing(
      "create_table_default_permission",
      "empty CreateTableDefaultPermissions with `aws glue update-database`, and look at what the tables made since then grant",
    ),
  ],
};
