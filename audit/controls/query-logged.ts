import { type Control, eachResource } from "../check/control";
import { wants } from "../check/judge";
import { fsbp } from "../check/references";
import { blocks } from "../output/json";

export const queryLogged: Control = {
  id: "query-logged",
  sentence: "Every Athena workgroup publishes its metrics.",
  reason: "Metrics show a team that suddenly reads a thousand times more.",
  remedy: "set publish_cloudwatch_metrics_enabled to true, or leave it out",
  severity: "low",
  references: fsbp("Athena.4"),
  check: eachResource(["aws_athena_workgroup"], ({ body }) =>
    wants(
      "publish_cloudwatch_metrics_enabled",
      blocks(body["configuration"])[0]?.["publish_cloudwatch_metrics_enabled"],
      (value) => value === undefined || value === true || value === "true",
    ),
  ),
};
