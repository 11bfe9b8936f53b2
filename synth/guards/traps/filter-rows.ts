import { blocks } from "../../terraform-json";
import { eachResource } from "../output-guard";

/** hashicorp/terraform-provider-aws#46351: a filter names its rows in exactly one of two ways, or fails at apply. */
export const filterRows = eachResource("aws_lakeformation_data_cells_filter", ({ body }) => {
  const rows = blocks(body["table_data"]).flatMap((data) => blocks(data["row_filter"]));
  const ways = rows.map((row) => ["filter_expression", "all_rows_wildcard"].filter((way) => way in row).length);
  return rows.length > 0 && ways.every((count) => count === 1)
    ? undefined
    : {
        cause: "the filter does not say its rows in exactly one way (hashicorp/terraform-provider-aws#46351)",
        remedy: "write row_filter with either filter_expression or all_rows_wildcard",
      };
});
