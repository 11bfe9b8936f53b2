import { blocks } from "../../terraform-json";
import { eachResource } from "../output-guard";

/** Excluded columns need the wildcard, and the wildcard of a table cannot go with columns (#46245). */
export const columnWildcard = eachResource("aws_lakeformation_permissions", ({ body }) => {
  const columns = blocks(body["table_with_columns"]);
  if (columns.some((block) => "excluded_column_names" in block && block["wildcard"] !== true)) {
    return {
      cause: "excluded_column_names without wildcard differ at every plan",
      remedy: "set wildcard to true, or list column_names",
    };
  }
  return columns.some((block) => !("name" in block))
    ? {
        cause: "columns of all tables cannot be granted at once (hashicorp/terraform-provider-aws#46245)",
        remedy: "one grant per table",
      }
    : undefined;
});
