import { queryStatements, workgroup } from "../support/athena";
import { GOVERNANCE, SOURCES } from "../support/bank";
import { bucketOf, encryptedBy, lifecycleRule, PRIVATE, privacyOf } from "../support/buckets";
import {
  administration,
  logsUse,
  otherKeys,
  policy,
  QUERY_KEY_USE,
  serviceTrust,
  throughServices,
  transport,
} from "../support/expected-policies";
import { grantsInOrder, withoutOrder } from "../support/grants";
import { first, list, parsed } from "../support/json";
import { guardedKey, readKey } from "../support/keys";
import { mergeRunStatements } from "../support/merge-runs";
import { keyOf, roleOf } from "../support/policies";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

const tables = (database: string) => ({ table: { database_name: database, wildcard: true } });

describe.each(SOURCES)("curation of $source", ({ source }) => {
  const id = `prod-governance-curation-${source}`;
  const name = `prod-${source}-curation`;
  const results = `examplebank-prod-${source}-merge-${GOVERNANCE}`;
  const [lookup, { key_id: keyId }] = first(Object.entries(bank.lookups(id, "aws_kms_key")));
  const keyArn = `\${data.aws_kms_key.${lookup}.arn}`;
  const role = roleOf(bank, id, name);
  const runsKey = keyOf(bank, id, `alias/prod-${source}-merge-runs`);
  const curated = `arn:aws:s3:::examplebank-prod-${source}-curated-${GOVERNANCE}`;

  it("may query changes and write current rows of its source alone", () => {
    expect(keyId).toBe(`alias/prod-${source}-curated`);
    expect(parsed(role.body["assume_role_policy"])).toEqual(serviceTrust("states.amazonaws.com", GOVERNANCE));
    const databases = [`${source}_changes`, `${source}_loads`, source].map(
      (database) => [GOVERNANCE, database] as const,
    );
    expect(parsed(role.policy["policy"])).toEqual(
      policy(
        ...queryStatements(GOVERNANCE, name, results, keyArn, databases),
        {
          Sid: "CuratedObjects",
          Effect: "Allow",
          Action: ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
          Resource: `${curated}/*`,
        },
        {
          Sid: "CuratedBucket",
          Effect: "Allow",
          Action: ["s3:GetBucketLocation", "s3:ListBucket"],
          Resource: curated,
        },
        { Sid: "CuratedKey", Effect: "Allow", Action: QUERY_KEY_USE, Resource: keyArn },
        {
          Sid: "CommitTables",
          Effect: "Allow",
          Action: "glue:UpdateTable",
          Resource: ["catalog", `database/${source}`, `table/${source}/*`].map(
            (place) => `arn:aws:glue:eu-central-1:${GOVERNANCE}:${place}`,
          ),
        },
        ...mergeRunStatements(name, runsKey.arn),
      ),
    );
  });

  it("is let by Lake Formation to read loads and changes and write current rows, after its role may do anything", () => {
    const grant = (permissions: readonly string[], on: object) => ({ principal: role.arn, permissions, ...on });
    const grants = grantsInOrder(bank, id);
    expect(grants.map(withoutOrder)).toEqual([
      grant(["DESCRIBE"], { database: { name: `${source}_changes` } }),
      grant(["DESCRIBE", "SELECT"], tables(`${source}_changes`)),
      grant(["DESCRIBE"], { database: { name: `${source}_loads` } }),
      grant(["DESCRIBE", "SELECT"], tables(`${source}_loads`)),
      grant(["DESCRIBE"], { database: { name: source } }),
      grant(["ALTER", "DELETE", "DESCRIBE", "INSERT", "SELECT"], tables(source)),
      grant(["DATA_LOCATION_ACCESS"], { data_location: { arn: curated } }),
    ]);
    expect(list(first(grants)["depends_on"])).toEqual([`aws_iam_role_policy.${role.policyName}`]);
  });

  it("has a workgroup without a scan limit, and results under the curated key that end in a week", () => {
    const { description: _, ...settings } = bank.only(id, "aws_athena_workgroup");
    expect(settings).toEqual(workgroup(name, GOVERNANCE, results, keyArn));
    const bucket = bucketOf(bank, id, results);
    expect(privacyOf(bank, id, results)).toEqual(PRIVATE);
    expect(bucket.bucket).toEqual({ bucket: results, force_destroy: false });
    expect(bucket.encryption).toEqual(encryptedBy(keyArn));
    expect(bucket.lifecycleRule).toEqual(lifecycleRule(1, 7));
    expect(parsed(bucket.policy)).toEqual(policy(...transport(results), ...otherKeys(results, keyArn)));
    expect(Object.keys(bank.resources(id, "aws_kms_key"))).toHaveLength(1);
  });

  it("starts every five minutes, and once a night, by a role that can start this workflow and nothing else", () => {
    const starter = roleOf(bank, id, `prod-${source}-merge-schedule`);
    const workflow = `\${aws_sfn_state_machine.${first(Object.keys(bank.resources(id, "aws_sfn_state_machine")))}.arn}`;
    expect(parsed(starter.body["assume_role_policy"])).toEqual(serviceTrust("scheduler.amazonaws.com", GOVERNANCE));
    expect(parsed(starter.policy["policy"])).toEqual(
      policy({ Sid: "Start", Effect: "Allow", Action: "states:StartExecution", Resource: workflow }),
    );
    const schedules = Object.values(bank.resources(id, "aws_scheduler_schedule"));
    const schedule = (input: string, attempts: number, seconds: number) => ({
      target: {
        arn: workflow,
        role_arn: starter.arn,
        input,
        retry_policy: { maximum_retry_attempts: attempts, maximum_event_age_in_seconds: seconds },
      },
      depends_on: [`aws_iam_role_policy.${starter.policyName}`],
    });
    expect(schedules).toEqual([
      {
        name,
        description: `Merges ${source} every 5 minutes`,
        schedule_expression: "rate(5 minutes)",
        flexible_time_window: { mode: "OFF" },
        ...schedule("{}", 0, 60),
      },
      {
        name: `${name}-daily`,
        description: `Merges all recent changes of ${source} once a day, the late ones among them`,
        schedule_expression: "cron(30 1 * * ? *)",
        flexible_time_window: { mode: "FLEXIBLE", maximum_window_in_minutes: 60 },
        ...schedule('{"wide":true,"patient":true}', 5, 3600),
      },
    ]);
  });

  it("keeps locks and watermarks under the runs' key, restorable and hard to delete", () => {
    expect(bank.only(id, "aws_dynamodb_table")).toEqual({
      name,
      billing_mode: "PAY_PER_REQUEST",
      hash_key: "table_name",
      attribute: [{ name: "table_name", type: "S" }],
      deletion_protection_enabled: true,
      point_in_time_recovery: { enabled: true, recovery_period_in_days: 35 },
      server_side_encryption: { enabled: true, kms_key_arn: runsKey.arn },
    });
  });

  it("lets the runs' key be used for state, runs and logs of this machine, and by nobody else", () => {
    const root = { AWS: `arn:aws:iam::${GOVERNANCE}:root` };
    expect(readKey(bank, id, `alias/prod-${source}-merge-runs`)).toEqual(
      guardedKey(
        administration(GOVERNANCE),
        throughServices(GOVERNANCE, "dynamodb", "states"),
        {
          Sid: "GrantsForServices",
          Effect: "Allow",
          Principal: root,
          Action: "kms:CreateGrant",
          Resource: "*",
          Condition: {
            Bool: { "kms:GrantIsForAWSResource": "true" },
            StringEquals: {
              "kms:CallerAccount": GOVERNANCE,
              "kms:ViaService": ["dynamodb.eu-central-1.amazonaws.com"],
            },
          },
        },
        {
          Sid: "Runs",
          Effect: "Allow",
          Principal: root,
          Action: ["kms:Decrypt", "kms:GenerateDataKey"],
          Resource: "*",
          Condition: {
            ArnEquals: { "aws:PrincipalArn": `arn:aws:iam::${GOVERNANCE}:role/${name}` },
            StringEquals: {
              "kms:EncryptionContext:aws:states:stateMachineArn": `arn:aws:states:eu-central-1:${GOVERNANCE}:stateMachine:${name}`,
            },
          },
        },
        {
          Sid: "LogDelivery",
          Effect: "Allow",
          Principal: { Service: "delivery.logs.amazonaws.com" },
          Action: "kms:Decrypt",
          Resource: "*",
          Condition: {
            ArnLike: { "kms:EncryptionContext:SourceArn": `arn:aws:logs:eu-central-1:${GOVERNANCE}:*` },
            StringEquals: { "aws:SourceAccount": GOVERNANCE },
          },
        },
        logsUse(GOVERNANCE),
      ),
    );
  });
});
