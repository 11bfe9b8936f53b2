import { type Control, eachResource } from "../check/control";
import { fail, PASS } from "../check/judge";
import { blocks } from "../output/json";

const EVERYBODY = "IAM_ALLOWED_PRINCIPALS";

export const lakeNoIamPrincipals: Control = {
  id: "lake-no-iam-principals",
  sentence: "Lake Formation decides alone: neither a grant nor a default is for IAM_ALLOWED_PRINCIPALS.",
  reason: "What IAM_ALLOWED_PRINCIPALS holds, every identity reads that IAM lets call Glue, whatever else is granted.",
  remedy: "remove the grant; leave create_database_default_permissions and create_table_default_permissions out",
  severity: "critical",
  references: [],
  check: eachResource(["aws_lakeformation_permissions", "aws_lakeformation_data_lake_settings"], ({ type, body }) => {
    if (type === "aws_lakeformation_permissions") {
      return String(body["principal"]) === EVERYBODY ? fail(`grants to ${EVERYBODY}`) : PASS;
    }
    const defaults = ["create_database_default_permissions", "create_table_default_permissions"].filter((setting) =>
      blocks(body[setting]).some((each) => Object.keys(each).length > 0),
    );
    return defaults.length === 0 ? PASS : fail(`${defaults.join(" and ")} grant on whatever is created next`);
  }),
};
