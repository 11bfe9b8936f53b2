import { type Control, eachResource } from "../check/control";
import { on, wants } from "../check/judge";
import { fsbp } from "../check/references";

export const minorUpgrades: Control = {
  id: "minor-upgrades",
  sentence: "Databases and replication instances take minor upgrades by themselves.",
  reason: "They bring the fixes of known holes.",
  remedy: "set auto_minor_version_upgrade; DMS's default is false, RDS's true",
  severity: "medium",
  references: fsbp("RDS.13", "DMS.6"),
  check: eachResource(
    ["aws_rds_cluster_instance", "aws_db_instance", "aws_dms_replication_instance"],
    ({ type, body }) => {
      const value = body["auto_minor_version_upgrade"];
      return type === "aws_dms_replication_instance"
        ? on("auto_minor_version_upgrade", value)
        : wants("auto_minor_version_upgrade", value, (each) => each === undefined || each === true || each === "true");
    },
  ),
};
