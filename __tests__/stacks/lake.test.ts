import { alarmTopicOf, expectedAlarmTopic } from "../support/alarm-topics";
import { FINANCE, GOVERNANCE, RISK } from "../support/bank";
import { bucketOf, lifecycleRule, PRIVATE, privacyOf } from "../support/buckets";
import { emptySettings } from "../support/closed";
import { administration, KEY_USE, logsUse, policy, throughServices, transport } from "../support/expected-policies";
import { first, parsed } from "../support/json";
import { guardedKey, readKey } from "../support/keys";
import { keyOf } from "../support/policies";
import { synthesized } from "../support/synthesized";

const bank = synthesized();
const id = "prod-governance-lake";
const logs = `examplebank-prod-access-logs-${GOVERNANCE}`;

describe("Lake Formation in governance", () => {
  it("is administered by the deploy role, shares by version 4 and grants nothing by default", () => {
    expect(bank.only(id, "aws_lakeformation_data_lake_settings")).toEqual({
      admins: [`arn:aws:iam::${GOVERNANCE}:role/lake-deploy`],
      ...emptySettings,
    });
  });

  it("has these tags, made after the settings that allow it", () => {
    const settings = first(Object.keys(bank.resources(id, "aws_lakeformation_data_lake_settings")));
    const common = {
      depends_on: [`aws_lakeformation_data_lake_settings.${settings}`],
      lifecycle: { prevent_destroy: true },
    };
    const tags = Object.values(bank.resources(id, "aws_lakeformation_lf_tag"));
    expect(tags).toEqual([
      { ...common, key: "classification", values: ["public", "internal", "confidential", "restricted"] },
      { ...common, key: "domain", values: ["deposits", "loans"] },
      { ...common, key: "layer", values: ["raw", "curated"] },
    ]);
  });
});

describe("the Data Catalog", () => {
  const { arn } = keyOf(bank, id, "alias/prod-catalog");

  it("is encrypted, and so are the passwords in it", () => {
    expect(bank.only(id, "aws_glue_data_catalog_encryption_settings")).toEqual({
      data_catalog_encryption_settings: {
        connection_password_encryption: { return_connection_password_encrypted: true, aws_kms_key_id: arn },
        encryption_at_rest: { catalog_encryption_mode: "SSE-KMS", sse_aws_kms_key_id: arn },
      },
    });
  });

  it("has a key that consumers use through Glue alone, and governance's logs about tables", () => {
    expect(readKey(bank, id, "alias/prod-catalog")).toEqual(
      guardedKey(administration(GOVERNANCE), throughServices(GOVERNANCE, "glue"), logsUse(GOVERNANCE), {
        Sid: "ConsumersThroughGlue",
        Effect: "Allow",
        Principal: { AWS: [`arn:aws:iam::${RISK}:root`, `arn:aws:iam::${FINANCE}:root`] },
        Action: KEY_USE,
        Resource: "*",
        Condition: {
          StringEquals: { "aws:PrincipalOrgID": "o-exampleorg1", "kms:ViaService": "glue.eu-central-1.amazonaws.com" },
        },
      }),
    );
  });
});

describe("governance's alarms", () => {
  it("reach one encrypted topic, to which CloudWatch and EventBridge publish for this account, over TLS", () => {
    const alarms = alarmTopicOf(bank, id, "alias/prod-governance-alarms");
    expect(alarms.parts).toEqual(
      expectedAlarmTopic("governance", GOVERNANCE, ["cloudwatch.amazonaws.com", "events.amazonaws.com"]),
    );
    expect(alarms.subscribers).toEqual([
      { topic_arn: alarms.ref, protocol: "email", endpoint: "data-platform@examplebank.example" },
    ]);
  });
});

describe("the access log bucket", () => {
  const bucket = bucketOf(bank, id, logs);

  it("is a private bucket that a plan cannot destroy", () => {
    expect(privacyOf(bank, id, logs)).toEqual(PRIVATE);
    expect(bucket.bucket).toEqual({ bucket: logs, force_destroy: false, lifecycle: { prevent_destroy: true } });
  });

  it("is encrypted by S3's own key, the only one that S3 writes access logs with", () => {
    expect(bucket.encryption).toEqual([{ apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } }]);
  });

  it("is written by S3 for this account's buckets alone", () => {
    expect(parsed(bucket.policy)).toEqual(
      policy(...transport(logs), {
        Sid: "ServerAccessLogs",
        Effect: "Allow",
        Principal: { Service: "logging.s3.amazonaws.com" },
        Action: "s3:PutObject",
        Resource: `arn:aws:s3:::${logs}/*`,
        Condition: { StringEquals: { "aws:SourceAccount": GOVERNANCE } },
      }),
    );
  });

  it("keeps logs for the declared year and does not log itself", () => {
    expect(bucket.lifecycleRule).toEqual(lifecycleRule(7, 365));
    expect(bucket.has("aws_s3_bucket_logging")).toBe(false);
  });
});
