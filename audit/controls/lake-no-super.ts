import { type Control, eachResource } from "../check/control";
import { fail, PASS } from "../check/judge";
import { provider } from "../check/references";
import { texts } from "../output/json";

export const lakeNoSuper: Control = {
  id: "lake-no-super",
  sentence: "No grant of Lake Formation is of ALL.",
  reason: "ALL covers what is added later, and the provider revokes and grants it again at every apply.",
  remedy: "list the permissions, for example SELECT and DESCRIBE",
  severity: "high",
  references: provider(49453),
  check: eachResource(["aws_lakeformation_permissions"], ({ body }) =>
    [...texts(body["permissions"]), ...texts(body["permissions_with_grant_option"])].some((each) =>
      /^(?:ALL|SUPER)$/.test(each),
    )
      ? fail("grants ALL")
      : PASS,
  ),
};
