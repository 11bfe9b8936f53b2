import { type Control, eachResource } from "../check/control";
import { all, off } from "../check/judge";

export const lakeNoForeignEngines: Control = {
  id: "lake-no-foreign-engines",
  sentence: "Lake Formation hands out whole files to no engine that filters by itself.",
  reason: "An external engine gets all columns and rows, and promises to hide some.",
  remedy: "leave allow_external_data_filtering and allow_full_table_external_data_access out",
  severity: "high",
  references: [],
  check: eachResource(["aws_lakeformation_data_lake_settings"], ({ body }) =>
    all(
      off("allow_external_data_filtering", body["allow_external_data_filtering"]),
      off("allow_full_table_external_data_access", body["allow_full_table_external_data_access"]),
    ),
  ),
};
