import { type Control, eachResource } from "../check/control";
import { all, on, wants } from "../check/judge";
import { cis, fsbp } from "../check/references";

const isNotOff = (value: unknown): boolean => value === undefined || value === true || value === "true";

export const trailComplete: Control = {
  id: "trail-complete",
  sentence: "Every trail is on, covers all Regions and global services, and signs its files.",
  reason:
    "A trail of one Region misses what happens in another; without digests nobody can prove that a file is complete.",
  remedy: "set is_multi_region_trail, include_global_service_events, enable_logging and enable_log_file_validation",
  severity: "high",
  references: [...fsbp("CloudTrail.1", "CloudTrail.4"), ...cis("3.1", "3.2")],
  check: eachResource(["aws_cloudtrail"], ({ body }) => {
    return all(
      on("is_multi_region_trail", body["is_multi_region_trail"]),
      on("enable_log_file_validation", body["enable_log_file_validation"]),
      wants("include_global_service_events", body["include_global_service_events"], isNotOff),
      wants("enable_logging", body["enable_logging"], isNotOff),
    );
  }),
};
