import { blocks } from "../../terraform-json";
import { eachResource } from "../output-guard";

/** hashicorp/terraform-provider-aws#31429: tags on all tables of a database at once are refused by the API. */
export const taggedWildcard = eachResource("aws_lakeformation_resource_lf_tags", ({ body }) =>
  blocks(body["table"]).some((table) => table["wildcard"] === true)
    ? {
        cause: "tags on all tables of a database fail at apply (hashicorp/terraform-provider-aws#31429)",
        remedy: "tag the database: its tables inherit",
      }
    : undefined,
);
