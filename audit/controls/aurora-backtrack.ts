import { type Control, eachResource } from "../check/control";
import { atLeast } from "../check/judge";
import { fsbp } from "../check/references";

export const auroraBacktrack: Control = {
  id: "aurora-backtrack",
  sentence: "Every Aurora MySQL cluster can be wound back.",
  reason: "A wrong statement is undone in minutes, without a restore.",
  remedy: "set backtrack_window, which a cluster with a binary log cannot have",
  severity: "low",
  references: fsbp("RDS.14"),
  check: eachResource(["aws_rds_cluster"], ({ body }) =>
    body["engine"] === "aurora-mysql" ? atLeast("backtrack_window", body["backtrack_window"], 1) : undefined,
  ),
};
