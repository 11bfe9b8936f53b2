import { GOVERNANCE, SOURCES } from "../support/bank";
import { bucketOf, encryptedBy, lifecycleRule, PRIVATE, privacyOf } from "../support/buckets";
import { keyOf, roleOf } from "../support/policies";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

/** Classes that Athena reads at once. */
const MOVES = {
  raw: [
    [60, "STANDARD_IA"],
    [365, "GLACIER_IR"],
  ],
  curated: [[30, "INTELLIGENT_TIERING"]],
} as const;

describe.each(SOURCES)("storage of $source", ({ source }) => {
  const id = `prod-governance-storage-${source}`;
  const bucketName = (zone: string): string => `examplebank-prod-${source}-${zone}-${GOVERNANCE}`;

  describe.each(["raw", "curated"] as const)("zone %s", (zone) => {
    const name = bucketName(zone);
    const key = keyOf(bank, id, `alias/prod-${source}-${zone}`);
    const bucket = bucketOf(bank, id, name);

    it("is a private bucket that a plan cannot destroy", () => {
      const { events, ...privacy } = privacyOf(bank, id, name);
      expect({ ...privacy, events: { eventbridge: events["eventbridge"] } }).toEqual(PRIVATE);
      expect(bucket.bucket).toEqual({ bucket: name, force_destroy: false, lifecycle: { prevent_destroy: true } });
    });

    it("is encrypted by a key of its own", () => {
      expect(bucket.encryption).toEqual(encryptedBy(key.arn));
    });

    it("keeps objects for ever, in cheaper classes as they age, and replaced ones for 30 days", () => {
      expect(bucket.lifecycleRule).toEqual(lifecycleRule(30, undefined, MOVES[zone]));
    });

    it("logs accesses to the lake's log bucket", () => {
      expect(bucket.part("aws_s3_bucket_logging")).toEqual({
        bucket: bucket.ref,
        target_bucket: `examplebank-prod-access-logs-${GOVERNANCE}`,
        target_prefix: `${name}/`,
      });
    });

    it("is under Lake Formation by a role that it may use alone", () => {
      const [, location] = bank.find(id, "aws_lakeformation_resource", { arn: `arn:aws:s3:::${name}` });
      const [policyName] = bank.find(id, "aws_s3_bucket_policy", { bucket: bucket.ref });
      expect(location).toEqual({
        arn: `arn:aws:s3:::${name}`,
        role_arn: roleOf(bank, id, `prod-${source}-lake-location`).arn,
        hybrid_access_enabled: false,
        with_federation: false,
        depends_on: [`aws_s3_bucket_policy.${policyName}`],
      });
    });
  });
});
