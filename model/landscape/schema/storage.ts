import * as v from "valibot";
import { strict } from "./strict";
import { list, oneOf, region, whole } from "./values";

const zone = strict("write ages of the zone's files: `{ moves, noncurrentDays }`", {
  moves: v.exactOptional(
    list(
      "write the list of cheaper classes by age, `{ afterDays, to }`; `[]` for none",
      strict("write a cheaper class and its age: `{ afterDays, to }`", {
        // https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html
        afterDays: whole(30, 3650, "days after which a file lies in the class"),
        to: oneOf(["STANDARD_IA", "INTELLIGENT_TIERING", "GLACIER_IR"]),
      }),
    ),
  ),
  noncurrentDays: v.exactOptional(whole(7, 365, "days that a replaced or deleted file is kept")),
});

/** The buckets of the lake. */
export const storage = strict("write settings of the lake's buckets: `{ raw, curated, logLock, replica }`", {
  raw: v.exactOptional(zone),
  curated: v.exactOptional(zone),
  logLock: v.exactOptional(
    strict("write how the audit trail is locked: `{ mode, days }`", {
      mode: oneOf(["COMPLIANCE", "GOVERNANCE"]),
      days: whole(1, 3653, "days that no log file can be deleted"),
    }),
  ),
  replica: v.exactOptional(
    strict("write the second Region: `{ region, removals }`", {
      region,
      removals: oneOf(["ignored", "repeated"]),
    }),
  ),
});
