import * as fc from "fast-check";
import { PrivateBucket, type PrivateBucketProps } from "../../../modules/storage/private-bucket";
import { bucketOf, encryptedBy, lifecycleRule, PRIVATE, privacyOf } from "../../support/buckets";
import { built } from "../../support/built";
import { policy, transport } from "../../support/expected-policies";
import { parsed } from "../../support/json";
import { emptyStack } from "../../support/small-stacks";

const days = fc.integer({ min: 1, max: 3650 });
const KEY = "arn:aws:kms:eu-central-1:111122223333:key/1";

const anyProps: fc.Arbitrary<PrivateBucketProps> = fc.record(
  {
    name: fc.constant("records"),
    noncurrentDays: days,
    stateful: fc.boolean(),
    keyArn: fc.constant(KEY),
    expirationDays: days,
    lock: fc.record({ mode: fc.constantFrom("COMPLIANCE", "GOVERNANCE"), days }),
    accessLogBucket: fc.constant("logs"),
  },
  { requiredKeys: ["name", "noncurrentDays", "stateful"] },
);

const output = (props: PrivateBucketProps) =>
  built((app) => {
    new PrivateBucket(emptyStack(app, "one"), "records", props);
  });

describe("a bucket", () => {
  it("is private, whatever it is for", () => {
    fc.assert(
      fc.property(anyProps, (props) => {
        const one = output(props);
        expect(privacyOf(one, "one", "records")).toEqual(PRIVATE);
        const { policy: written, lifecycleRule: rule, encryption, has, bucket } = bucketOf(one, "one", "records");
        expect(parsed(written)).toEqual(policy(...transport("records")));
        expect(rule).toEqual(lifecycleRule(props.noncurrentDays, props.expirationDays));
        expect(encryption).toEqual(
          props.keyArn === undefined
            ? [{ apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } }]
            : encryptedBy(KEY),
        );
        expect(has("aws_s3_bucket_logging")).toBe(props.accessLogBucket !== undefined);
        expect(has("aws_s3_bucket_object_lock_configuration")).toBe(props.lock !== undefined);
        expect(bucket["object_lock_enabled"]).toBe(props.lock === undefined ? undefined : true);
        expect(bucket["lifecycle"]).toEqual(props.stateful ? { prevent_destroy: true } : undefined);
        expect(bucket["force_destroy"]).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it("gives its own statements after those for everybody", () => {
    const own = { Sid: "Own", Effect: "Allow", Action: "s3:GetObject", Resource: "arn" } as const;
    const one = output({ name: "records", noncurrentDays: 1, stateful: false, statements: [own] });
    expect(parsed(bucketOf(one, "one", "records").policy)).toEqual(policy(...transport("records"), own));
  });
});
