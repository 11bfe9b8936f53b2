import { GOVERNANCE } from "../support/bank";
import { bucketOf, encryptedBy, lifecycleRule, PRIVATE, privacyOf } from "../support/buckets";
import { otherKeys, policy, separated, throughServices, transport } from "../support/expected-policies";
import { parsed } from "../support/json";
import { guardedKey, readKey } from "../support/keys";
import { keyOf } from "../support/policies";
import { synthesized } from "../support/synthesized";

const bank = synthesized();
const id = "prod-governance-trail";
const name = `examplebank-prod-trail-${GOVERNANCE}`;
const key = keyOf(bank, id, "alias/prod-trail");
const bucket = bucketOf(bank, id, name);
const arn = `arn:aws:cloudtrail:eu-central-1:${GOVERNANCE}:trail/prod-lake-trail`;
const Principal = { Service: "cloudtrail.amazonaws.com" };

describe("the audit trail", () => {
  it("records every call, and every object of every zone", () => {
    const [policyName] = bank.find(id, "aws_s3_bucket_policy", { bucket: bucket.ref });
    expect(bank.only(id, "aws_cloudtrail")).toEqual({
      name: "prod-lake-trail",
      s3_bucket_name: name,
      kms_key_id: key.arn,
      is_multi_region_trail: true,
      include_global_service_events: true,
      enable_log_file_validation: true,
      enable_logging: true,
      advanced_event_selector: [
        { name: "Management events", field_selector: [{ field: "eventCategory", equals: ["Management"] }] },
        {
          name: "Objects of the lake",
          field_selector: [
            { field: "eventCategory", equals: ["Data"] },
            { field: "resources.type", equals: ["AWS::S3::Object"] },
            {
              field: "resources.ARN",
              starts_with: ["loans-raw", "loans-curated", "deposits-raw", "deposits-curated"].map(
                (zone) => `arn:aws:s3:::examplebank-prod-${zone}-${GOVERNANCE}/`,
              ),
            },
          ],
        },
      ],
      depends_on: [`aws_s3_bucket_policy.${policyName}`],
    });
  });

  it("has a key that CloudTrail encrypts with for this trail alone", () => {
    expect(readKey(bank, id, "alias/prod-trail")).toEqual(
      guardedKey(
        ...separated(GOVERNANCE, throughServices(GOVERNANCE, "s3"), {
          Sid: "TrailEncrypts",
          Effect: "Allow",
          Principal,
          Action: ["kms:DescribeKey", "kms:GenerateDataKey*"],
          Resource: "*",
          Condition: { StringEquals: { "aws:SourceArn": arn } },
        }),
      ),
    );
  });
});

describe("the trail's bucket", () => {
  it("is private, encrypted and cannot be destroyed by a plan", () => {
    expect(privacyOf(bank, id, name)).toEqual(PRIVATE);
    expect(bucket.encryption).toEqual(encryptedBy(key.arn));
    expect(bucket.bucket).toEqual({
      bucket: name,
      force_destroy: false,
      object_lock_enabled: true,
      lifecycle: { prevent_destroy: true },
    });
  });

  it("locks every log file for as long as logs are kept", () => {
    const [versioning] = bank.find(id, "aws_s3_bucket_versioning", { bucket: bucket.ref });
    expect(bucket.part("aws_s3_bucket_object_lock_configuration")).toEqual({
      bucket: bucket.ref,
      rule: { default_retention: { mode: "GOVERNANCE", days: 365 } },
      depends_on: [`aws_s3_bucket_versioning.${versioning}`],
    });
    expect(bucket.lifecycleRule).toEqual(lifecycleRule(30, 365));
  });

  it("is written by this trail alone, and unlocked by nobody but the root user", () => {
    expect(parsed(bucket.policy)).toEqual(
      policy(
        ...transport(name),
        ...otherKeys(name, key.arn),
        {
          Sid: "TrailCheck",
          Effect: "Allow",
          Principal,
          Action: "s3:GetBucketAcl",
          Resource: `arn:aws:s3:::${name}`,
          Condition: { StringEquals: { "aws:SourceArn": arn } },
        },
        {
          Sid: "TrailWrite",
          Effect: "Allow",
          Principal,
          Action: "s3:PutObject",
          Resource: `arn:aws:s3:::${name}/AWSLogs/${GOVERNANCE}/*`,
          Condition: { StringEquals: { "aws:SourceArn": arn, "s3:x-amz-acl": "bucket-owner-full-control" } },
        },
        {
          Sid: "DenyUnlock",
          Effect: "Deny",
          Principal: "*",
          Action: ["s3:BypassGovernanceRetention", "s3:PutObjectRetention"],
          Resource: `arn:aws:s3:::${name}/*`,
          Condition: { ArnNotEquals: { "aws:PrincipalArn": `arn:aws:iam::${GOVERNANCE}:root` } },
        },
      ),
    );
  });
});
