import { whenUsable } from "../../../../operations/deploy/stack/usable";
import type { Event } from "../../../../operations/terraform/events";

const planned = (addr: string, action = "create"): Event => ({
  type: "planned_change",
  change: { resource: { addr }, action },
});
const complete = (addr: string): Event => ({ type: "apply_complete", hook: { resource: { addr }, action: "create" } });

const BUCKET = "aws_s3_bucket.raw";
const KEY = "aws_kms_key.raw";
const LIFECYCLE = "aws_s3_bucket_lifecycle_configuration.raw";

/** Number of the message after which a stack is said to be usable; nothing when it never is. */
function usableAfter(events: readonly Event[]): number | undefined {
  let at: number | undefined;
  let index = 0;
  const follow = whenUsable(() => {
    expect(at).toBeUndefined();
    at = index;
  });
  for (const event of events) {
    index += 1;
    follow(event);
  }
  return at;
}

test.each([
  ["when only a lifecycle rule is open", [planned(BUCKET), planned(LIFECYCLE), complete(BUCKET)], 3],
  [
    "not while something else is open",
    [planned(BUCKET), planned(KEY), planned(LIFECYCLE), complete(BUCKET)],
    undefined,
  ],
  ["not of a stack that ends as a whole", [planned(BUCKET), planned(KEY), complete(BUCKET), complete(KEY)], undefined],
  ["not when the lifecycle rule comes first", [planned(BUCKET), planned(LIFECYCLE), complete(LIFECYCLE)], undefined],
  [
    "after a replacement is through, not when the old one is gone",
    [planned(BUCKET, "replace"), planned(LIFECYCLE), complete(BUCKET), complete(BUCKET)],
    4,
  ],
])("a stack is usable %s", (_, events, expected) => {
  expect(usableAfter(events)).toBe(expected);
});
