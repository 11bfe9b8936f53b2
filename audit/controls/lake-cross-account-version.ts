import { type Control, eachResource } from "../check/control";
import { atLeast } from "../check/judge";
import { isBlock } from "../output/json";

const VERSION = 4;

export const lakeCrossAccountVersion: Control = {
  id: "lake-cross-account-version",
  sentence: "Lake Formation shares with other accounts by version 4 of its protocol.",
  reason:
    "Earlier versions share by the catalog's resource policy, and leave the Lake Formation permissions of hybrid access out.",
  remedy: "set parameters.CROSS_ACCOUNT_VERSION to 4",
  severity: "medium",
  references: [],
  check: eachResource(["aws_lakeformation_data_lake_settings"], ({ body }) =>
    atLeast(
      "CROSS_ACCOUNT_VERSION",
      isBlock(body["parameters"]) ? body["parameters"]["CROSS_ACCOUNT_VERSION"] : undefined,
      VERSION,
    ),
  ),
};
