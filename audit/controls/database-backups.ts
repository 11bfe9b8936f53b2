import { type Control, eachResource } from "../check/control";
import { all, atLeast, off } from "../check/judge";
import { fsbp } from "../check/references";

const DAYS = 7;

export const databaseBackups: Control = {
  id: "database-backups",
  sentence: "Every database keeps backups for 7 days or more, and a last one when it is deleted.",
  reason: "Aurora's default is one day: a mistake of Friday is beyond repair on Monday.",
  remedy: "set backup_retention_period, and skip_final_snapshot to false",
  severity: "high",
  references: fsbp("RDS.11"),
  check: eachResource(["aws_rds_cluster", "aws_db_instance"], ({ body }) =>
    all(
      atLeast("backup_retention_period", body["backup_retention_period"], DAYS),
      off("skip_final_snapshot", body["skip_final_snapshot"]),
    ),
  ),
};
