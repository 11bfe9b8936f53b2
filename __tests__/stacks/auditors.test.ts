import { consoleStatements, queryStatements, workgroup } from "../support/athena";
import { GOVERNANCE } from "../support/bank";
import { bucketOf, encryptedBy, lifecycleRule, PRIVATE, privacyOf } from "../support/buckets";
import { policy } from "../support/expected-policies";
import { grantsInOrder, withoutOrder } from "../support/grants";
import { at, block, list, parsed } from "../support/json";
import { prod, withProd } from "../support/landscapes";
import { keyOf, roleOf } from "../support/policies";
import { synthesized } from "../support/synthesized";

const bank = synthesized();
const id = "prod-governance-trail";
const name = "prod-lake-auditors";
const trail = `examplebank-prod-trail-${GOVERNANCE}`;
const results = `examplebank-prod-audit-results-${GOVERNANCE}`;
const key = keyOf(bank, id, "alias/prod-auditors");
const trailKey = keyOf(bank, id, "alias/prod-trail");
const role = roleOf(bank, id, name);
const names = (type: string) => new Set(Object.values(bank.resources(id, type)).map((body) => body["name"]));

describe("the trail as a table", () => {
  const [databaseName, database] = bank.find(id, "aws_glue_catalog_database", {});
  const [tableName, table] = bank.find(id, "aws_glue_catalog_table", {});

  it("is read by CloudTrail's input format, from the trail's own bucket", () => {
    expect(database).toMatchObject({ name: "lake_audit" });
    expect(table).toMatchObject({
      name: "cloudtrail",
      storage_descriptor: {
        location: `s3://${trail}/AWSLogs/${GOVERNANCE}/CloudTrail/`,
        input_format: "com.amazon.emr.cloudtrail.CloudTrailInputFormat",
        ser_de_info: { serialization_library: "org.apache.hive.hcatalog.data.JsonSerDe" },
      },
    });
  });

  it("finds the folders of each day that is kept, in the bank's Region and that of global services", () => {
    expect(table["parameters"]).toEqual({
      EXTERNAL: "TRUE",
      classification: "cloudtrail",
      "projection.enabled": "true",
      "projection.region.type": "enum",
      "projection.region.values": "eu-central-1,us-east-1",
      "projection.day.type": "date",
      "projection.day.format": "yyyy/MM/dd",
      "projection.day.range": "NOW-365DAYS,NOW+1DAYS",
      "projection.day.interval": "1",
      "projection.day.interval.unit": "DAYS",
      "storage.location.template": `s3://${trail}/AWSLogs/${GOVERNANCE}/CloudTrail/$\${region}/$\${day}`,
    });
    expect(list(table["partition_keys"]).map((each) => block(each)["name"])).toEqual(["region", "day"]);
  });

  it("has well-formed types: brackets match", () => {
    for (const column of list(at(table, "storage_descriptor", "columns"))) {
      const type = String(block(column)["type"]);
      expect(type.replaceAll(/[^<]/g, "")).toHaveLength(type.replaceAll(/[^>]/g, "").length);
      expect(type).toMatch(/^(string|struct<[a-z0-9:,<>]+>|array<struct<[a-z:,]+>>)$/);
    }
  });

  it("is granted to the auditors, who are granted nothing else", () => {
    const database_name = `\${aws_glue_catalog_database.${databaseName}.name}`;
    expect(grantsInOrder(bank, id).map(withoutOrder)).toEqual([
      { principal: role.arn, permissions: ["DESCRIBE"], database: { name: database_name } },
      {
        principal: role.arn,
        permissions: ["SELECT"],
        table_with_columns: { database_name, name: `\${aws_glue_catalog_table.${tableName}.name}`, wildcard: true },
      },
    ]);
  });
});

describe("the auditors", () => {
  it("may query the trail in their workgroup, read its files, and nothing of the lake", () => {
    expect(parsed(role.policy["policy"])).toEqual(
      policy(
        ...queryStatements(GOVERNANCE, name, results, key.arn, [[GOVERNANCE, "lake_audit"]]),
        ...consoleStatements(GOVERNANCE),
        { Sid: "TrailFiles", Effect: "Allow", Action: "s3:GetObject", Resource: `arn:aws:s3:::${trail}/AWSLogs/*` },
        {
          Sid: "TrailBucket",
          Effect: "Allow",
          Action: ["s3:GetBucketLocation", "s3:ListBucket"],
          Resource: `arn:aws:s3:::${trail}`,
        },
        { Sid: "TrailKey", Effect: "Allow", Action: "kms:Decrypt", Resource: trailKey.arn },
      ),
    );
  });

  it("are the people of the landscape", () => {
    expect(parsed(role.body["assume_role_policy"])).toHaveProperty(
      ["Statement", 0, "Principal", "AWS"],
      [
        `arn:aws:iam::${GOVERNANCE}:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_Auditor_a1b2c3d4e5f60718`,
      ],
    );
  });

  it("have a workgroup with limits, an alarm, and results of their own that end", () => {
    const { description: _, ...settings } = bank.only(id, "aws_athena_workgroup");
    expect(settings).toEqual({ ...workgroup(name, GOVERNANCE, results, key.arn, 100), tags: { team: "auditors" } });
    expect(bank.only(id, "aws_cloudwatch_metric_alarm")).toHaveProperty("alarm_name", `${name}-scanned-bytes`);
    const bucket = bucketOf(bank, id, results);
    expect(privacyOf(bank, id, results)).toEqual(PRIVATE);
    expect(bucket.encryption).toEqual(encryptedBy(key.arn));
    expect(bucket.lifecycleRule).toEqual(lifecycleRule(1, 90));
  });

  it("have their questions, saved and prepared", () => {
    const questions = ["what_was_refused", "which_grants_changed", "who_read_which_table", "who_touched_lake_files"];
    expect(names("aws_athena_named_query")).toEqual(new Set(questions));
    expect(names("aws_athena_prepared_statement")).toEqual(new Set(questions));
  });

  it("are nobody when the landscape names none, and the table is there all the same", () => {
    const { auditors: _, ...governance } = prod.governance;
    const without = synthesized(withProd({ governance }));
    expect(without.resources(id, "aws_iam_role")).toEqual({});
    expect(without.resources(id, "aws_athena_workgroup")).toEqual({});
    expect(without.only(id, "aws_glue_catalog_table")).toHaveProperty("name", "cloudtrail");
  });
});

describe("the trail's bucket", () => {
  it("is logged itself", () => {
    const bucket = bucketOf(bank, id, trail);
    expect(bucket.part("aws_s3_bucket_logging")).toMatchObject({
      target_bucket: `examplebank-prod-access-logs-${GOVERNANCE}`,
      target_prefix: `${trail}/`,
    });
  });
});
