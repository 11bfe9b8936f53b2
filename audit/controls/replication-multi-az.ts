import { type Control, eachResource } from "../check/control";
import { on } from "../check/judge";
import { fsbp } from "../check/references";
import { blocks } from "../output/json";

export const replicationMultiAz: Control = {
  id: "replication-multi-az",
  sentence: "Replication goes on when a zone fails.",
  reason: "A replication instance in one zone is replaced by hand, while the source's log grows.",
  remedy: "set multi_az",
  severity: "medium",
  references: fsbp("DMS.13"),
  check: eachResource(["aws_dms_replication_instance", "aws_dms_replication_config"], ({ type, body }) =>
    on("multi_az", (type === "aws_dms_replication_config" ? blocks(body["compute_config"])[0] : body)?.["multi_az"]),
  ),
};
