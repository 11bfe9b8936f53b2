import { type Control, eachResource } from "../check/control";
import { all, atLeast, fail, undecided, wants } from "../check/judge";
import { fsbp } from "../check/references";
import { blocks } from "../output/json";

const DAYS = 365;

export const trailLocked: Control = {
  id: "trail-locked",
  sentence: "Nobody can delete a trail's log files for a year.",
  reason: "Whoever has something to hide begins with the log.",
  remedy: "add aws_s3_bucket_object_lock_configuration with a default retention of 365 days to the trail's bucket",
  severity: "high",
  references: fsbp("S3.15"),
  check: eachResource(["aws_cloudtrail"], (trail, world) => {
    const name = trail.body["s3_bucket_name"];
    const bucket =
      world.target(trail, name) ??
      world.of("aws_s3_bucket").find(({ body, account }) => body["bucket"] === name && account === trail.account);
    if (bucket === undefined) return undecided(`the bucket ${String(name)} is in no stack`);
    const retentions = world
      .configuring(bucket, "aws_s3_bucket_object_lock_configuration", "bucket", "bucket")
      .flatMap(({ body }) => blocks(body["rule"]))
      .flatMap((rule) => blocks(rule["default_retention"]));
    if (retentions.length === 0) return fail("the trail's bucket has no default retention");
    return all(
      ...retentions.map((each) =>
        all(
          wants("mode", each["mode"], (mode) => mode === "GOVERNANCE" || mode === "COMPLIANCE"),
          atLeast("days", each["days"] ?? Number(each["years"] ?? 0) * DAYS, DAYS),
        ),
      ),
    );
  }),
};
