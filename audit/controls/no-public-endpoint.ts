import { type Control, eachResource } from "../check/control";
import { off, wants } from "../check/judge";
import { fsbp, pci } from "../check/references";

const INSTANCES = ["aws_rds_cluster_instance", "aws_db_instance", "aws_dms_replication_instance"];

export const noPublicEndpoint: Control = {
  id: "no-public-endpoint",
  sentence: "No database and no replication instance has a public address.",
  reason: "A database on the Internet is one password away from everybody.",
  remedy: "set publicly_accessible to false; DMS's default is true",
  severity: "critical",
  references: [...fsbp("RDS.2", "DMS.1"), ...pci("1.4.4")],
  check: eachResource(INSTANCES, ({ type, body }) =>
    // Left out, DMS makes the instance public; RDS asks the subnet group.
    type === "aws_dms_replication_instance"
      ? wants("publicly_accessible", body["publicly_accessible"], (value) => value === false || value === "false")
      : off("publicly_accessible", body["publicly_accessible"]),
  ),
};
