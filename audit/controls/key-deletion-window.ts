import { type Control, eachResource } from "../check/control";
import { atLeast } from "../check/judge";

/** The longest that KMS knows; also its default. */
const DAYS = 30;

export const keyDeletionWindow: Control = {
  id: "key-deletion-window",
  sentence: "A KMS key can be restored for 30 days after its deletion.",
  reason: "What a deleted key encrypted is lost; the waiting period is the time in which somebody notices.",
  remedy: "set deletion_window_in_days to 30, or leave it out",
  severity: "medium",
  references: [],
  check: eachResource(["aws_kms_key"], ({ body }) =>
    atLeast("deletion_window_in_days", body["deletion_window_in_days"] ?? DAYS, DAYS),
  ),
};
