import { column } from "../../model/contract/column";
import { queryStatements, workgroup } from "../support/athena";
import { GOVERNANCE, SOURCES } from "../support/bank";
import { bucketOf, encryptedBy, lifecycleRule, PRIVATE, privacyOf } from "../support/buckets";
import { CONTRACTS } from "../support/contracts";
import { policy, serviceTrust } from "../support/expected-policies";
import { grantsInOrder, withoutOrder } from "../support/grants";
import { at, type Block, block, first, list, parsed, text } from "../support/json";
import { withColumn, withTable } from "../support/landscapes";
import { effectiveClassification } from "../support/lf-tags";
import { roleOf } from "../support/policies";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

/** The plan that a table's run gets. */
function planOf(output: typeof bank, id: string, table: string): Block {
  const inputs = Object.values(output.resources(id, "aws_lambda_invocation")).map(({ input }) => block(parsed(input)));
  return block(first(inputs.filter(({ plan }) => at(block(plan), "table") === table))["plan"]);
}

describe.each(SOURCES)("the tables of $source", ({ source }) => {
  const id = `prod-governance-catalog-${source}`;
  const name = `prod-${source}-tables`;
  const role = roleOf(bank, id, name);
  const results = `examplebank-prod-${source}-tables-${GOVERNANCE}`;
  const curated = `arn:aws:s3:::examplebank-prod-${source}-curated-${GOVERNANCE}`;
  const keyOf = (alias: string): string => {
    const found = Object.entries(bank.lookups(id, "aws_kms_key")).find(([, body]) => body["key_id"] === alias);
    return `\${data.aws_kms_key.${found?.[0]}.arn}`;
  };
  const database = `\${aws_glue_catalog_database.${bank.find(id, "aws_glue_catalog_database", { name: source })[0]}.name}`;

  it("are changed by a function that writes metadata of this source's tables and reads no row", () => {
    expect(parsed(role.body["assume_role_policy"])).toEqual(serviceTrust("lambda.amazonaws.com", GOVERNANCE));
    expect(parsed(role.policy["policy"])).toEqual(
      policy(
        ...queryStatements(GOVERNANCE, name, results, keyOf(`alias/prod-${source}-curated`), [[GOVERNANCE, source]]),
        {
          Sid: "TableMetadata",
          Effect: "Allow",
          Action: ["s3:GetObject", "s3:PutObject"],
          Resource: `${curated}/*/metadata/*`,
        },
        { Sid: "CuratedBucket", Effect: "Allow", Action: ["s3:GetBucketLocation", "s3:ListBucket"], Resource: curated },
        {
          Sid: "ChangeTables",
          Effect: "Allow",
          Action: "glue:UpdateTable",
          Resource: ["catalog", `database/${source}`, `table/${source}/*`].map(
            (place) => `arn:aws:glue:eu-central-1:${GOVERNANCE}:${place}`,
          ),
        },
        {
          Sid: "WriteLogs",
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
          Resource: `arn:aws:logs:eu-central-1:${GOVERNANCE}:log-group:/aws/lambda/${name}:*`,
        },
      ),
    );
    const grants = grantsInOrder(bank, id).filter(({ principal }) => principal === role.arn);
    expect(grants.map(withoutOrder)).toEqual([
      { principal: role.arn, permissions: ["DESCRIBE"], database: { name: database } },
      {
        principal: role.arn,
        permissions: ["ALTER", "DESCRIBE"],
        table: { database_name: database, wildcard: true },
      },
      { principal: role.arn, permissions: ["DATA_LOCATION_ACCESS"], data_location: { arn: curated } },
    ]);
  });

  it("are changed in a workgroup whose key is the one that the curated bucket takes", () => {
    const key = keyOf(`alias/prod-${source}-curated`);
    const { description: _, ...settings } = bank.only(id, "aws_athena_workgroup");
    expect(settings).toEqual(workgroup(name, GOVERNANCE, results, key));
    const bucket = bucketOf(bank, id, results);
    expect(privacyOf(bank, id, results)).toEqual(PRIVATE);
    expect(bucket.encryption).toEqual(encryptedBy(key));
    expect(bucket.lifecycleRule).toEqual(lifecycleRule(1, 30));
  });

  it("are changed by code that lies beside the JSON, and logs under a key", () => {
    const [logs, group] = bank.find(id, "aws_cloudwatch_log_group", { name: `/aws/lambda/${name}` });
    expect(bank.only(id, "aws_lambda_function")).toEqual({
      function_name: name,
      description: `Brings the tables of ${source} to their contracts`,
      role: role.arn,
      runtime: "nodejs22.x",
      architectures: ["arm64"],
      handler: "index.handler",
      filename: "tables.zip",
      source_code_hash: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/) as unknown,
      timeout: 600,
      memory_size: 256,
      logging_config: { log_format: "JSON", log_group: `\${aws_cloudwatch_log_group.${logs}.name}` },
      depends_on: [`aws_iam_role_policy.${role.policyName}`],
    });
    expect(group).toMatchObject({ kms_key_id: keyOf("alias/prod-catalog") });
  });

  it("are each made first, then changed, then tagged", () => {
    const runs = Object.entries(bank.resources(id, "aws_lambda_invocation"));
    expect(runs).toHaveLength(CONTRACTS[source].length);
    for (const [run, { depends_on: after, input }] of runs) {
      const table = text(at(block(parsed(input)), "plan", "table"));
      const [made] = bank.find(id, "aws_glue_catalog_table", { database_name: database, name: table });
      expect(list(after)).toContain(`aws_glue_catalog_table.${made}`);
      expect(list(after)).toContainEqual(expect.stringMatching(/^aws_lakeformation_permissions\..*location/));
      // A table has a tag of its own only where its database's says something else.
      const tags = Object.entries(bank.resources(id, "aws_lakeformation_resource_lf_tags")).filter(
        ([, body]) =>
          at(block(body["table"] ?? body["table_with_columns"] ?? {}), "name") ===
          `\${aws_glue_catalog_table.${made}.name}`,
      );
      expect(tags.length).toBeGreaterThan(0);
      const own = tags
        .filter(([, body]) => "table" in body)
        .map(([tag]) => `aws_lakeformation_resource_lf_tags.${tag}`);
      const changed = `aws_lambda_invocation.${run}`;
      for (const [, body] of tags) {
        expect(body["depends_on"]).toEqual("table" in body || own.length === 0 ? [changed] : own);
      }
    }
  });

  it("are changed as their contracts say", () => {
    for (const { name: table, columns } of CONTRACTS[source]) {
      const plan = planOf(bank, id, table);
      const inLake = Object.entries(columns).filter(([, { classification }]) => classification !== "forbidden");
      expect(list(plan["columns"]).map((each) => block(each)["name"])).toEqual(inLake.map(([key]) => key));
      expect(plan["drops"]).toEqual([]);
    }
  });
});

const LOANS = "prod-governance-catalog-loans";

describe("one more column", () => {
  const after = synthesized(withColumn("loan", "note", column("varchar(20)", "restricted", "A client's note")));

  it("is added by a statement, in another run of its table alone", () => {
    const columns = list(planOf(after, LOANS, "loan")["columns"]).map(block);
    expect(columns.at(-1)).toMatchObject({
      name: "note",
      add: "ALTER TABLE `loans`.`loan` ADD COLUMNS (`note` string)",
    });
    const changed = Object.entries(after.resources(LOANS, "aws_lambda_invocation")).filter(
      ([key, body]) => JSON.stringify(body) !== JSON.stringify(bank.resources(LOANS, "aws_lambda_invocation")[key]),
    );
    expect(changed).toHaveLength(1);
    expect(first(changed)[1]["triggers"]).toMatchObject({ code: expect.any(String) as unknown });
  });
});

describe("a column that is dropped", () => {
  const after = synthesized(
    withTable("payment", (table) => {
      const { payer_iban: _, ...columns } = table.columns;
      return { ...table, columns, droppedColumns: { payer_iban: "restricted" } };
    }),
  );

  it("is dropped by a statement", () => {
    expect(planOf(after, LOANS, "payment")["drops"]).toEqual([
      { name: "payer_iban", sql: "ALTER TABLE `loans`.`payment` DROP COLUMN `payer_iban`" },
    ]);
  });

  it("is as hidden as before until it is gone, although no other column of the table is", () => {
    expect(effectiveClassification(after.stack(LOANS), "loans", "payment", "payer_iban")).toBe("restricted");
    expect(effectiveClassification(after.stack(LOANS), "loans", "payment", "amount")).toBe("confidential");
  });
});

describe("a partition", () => {
  it("is in the plan in Iceberg's words", () => {
    expect(planOf(bank, "prod-governance-catalog-deposits", "transaction")["partitions"]).toEqual([
      { column: "transaction_id", transform: "bucket[16]", name: "transaction_id_bucket" },
    ]);
  });
});
