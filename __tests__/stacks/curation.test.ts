import { queryStatements, workgroup } from "../support/athena";
import { GOVERNANCE, SOURCES } from "../support/bank";
import { bucketOf, encryptedBy, lifecycleRule, PRIVATE, privacyOf } from "../support/buckets";
import { otherKeys, policy, QUERY_KEY_USE, serviceTrust, transport } from "../support/expected-policies";
import { grantsInOrder, withoutOrder } from "../support/grants";
import { first, list, parsed } from "../support/json";
import { roleOf } from "../support/policies";
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
  const curated = `arn:aws:s3:::examplebank-prod-${source}-curated-${GOVERNANCE}`;

  it("may query changes and write current rows of its source alone", () => {
    expect(keyId).toBe(`alias/prod-${source}-curated`);
    expect(parsed(role.body["assume_role_policy"])).toEqual(serviceTrust("states.amazonaws.com", GOVERNANCE));
    const databases = [`${source}_changes`, source].map((database) => [GOVERNANCE, database] as const);
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
          Resource: [`database/${source}`, `table/${source}/*`].map(
            (place) => `arn:aws:glue:eu-central-1:${GOVERNANCE}:${place}`,
          ),
        },
      ),
    );
  });

  it("is let by Lake Formation to read changes and write current rows, after its role may do anything", () => {
    const grant = (permissions: readonly string[], on: object) => ({ principal: role.arn, permissions, ...on });
    const grants = grantsInOrder(bank, id);
    expect(grants.map(withoutOrder)).toEqual([
      grant(["DESCRIBE"], { database: { name: `${source}_changes` } }),
      grant(["DESCRIBE", "SELECT"], tables(`${source}_changes`)),
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
    expect(bank.resources(id, "aws_kms_key")).toEqual({});
  });

  it("starts every five minutes by a role that can start this workflow and nothing else", () => {
    const starter = roleOf(bank, id, `prod-${source}-merge-schedule`);
    const workflow = `\${aws_sfn_state_machine.${first(Object.keys(bank.resources(id, "aws_sfn_state_machine")))}.arn}`;
    expect(parsed(starter.body["assume_role_policy"])).toEqual(serviceTrust("scheduler.amazonaws.com", GOVERNANCE));
    expect(parsed(starter.policy["policy"])).toEqual(
      policy({ Sid: "Start", Effect: "Allow", Action: "states:StartExecution", Resource: workflow }),
    );
    expect(bank.only(id, "aws_scheduler_schedule")).toEqual({
      name,
      description: `Merges ${source} every 5 minutes`,
      schedule_expression: "rate(5 minutes)",
      flexible_time_window: { mode: "OFF" },
      target: {
        arn: workflow,
        role_arn: starter.arn,
        input: '{"days":"2"}',
        retry_policy: { maximum_retry_attempts: 0, maximum_event_age_in_seconds: 60 },
      },
      depends_on: [`aws_iam_role_policy.${starter.policyName}`],
    });
  });
});
