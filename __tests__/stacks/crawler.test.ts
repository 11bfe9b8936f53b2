import { GOVERNANCE, SOURCES } from "../support/bank";
import { CONTRACTS } from "../support/contracts";
import { CATALOG_KEY, policy, serviceTrust } from "../support/expected-policies";
import { withoutOrder } from "../support/grants";
import { parsed } from "../support/json";
import { roleOf } from "../support/policies";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

describe.each(SOURCES)("the crawler of $source", ({ source, prefix }) => {
  const id = `prod-governance-catalog-${source}`;
  const role = roleOf(bank, id, `prod-${source}-discovery`);
  const bucket = `examplebank-prod-${source}-raw-${GOVERNANCE}`;
  const glue = `arn:aws:glue:eu-central-1:${GOVERNANCE}`;
  const [databaseName] = bank.find(id, "aws_glue_catalog_database", { name: `${source}_discovered` });
  const database = `\${aws_glue_catalog_database.${databaseName}.name}`;
  const grants = Object.entries(bank.resources(id, "aws_lakeformation_permissions"));

  it("may read through Lake Formation and write its own database, and has no access to S3", () => {
    expect(parsed(role.body["assume_role_policy"])).toEqual(serviceTrust("glue.amazonaws.com", GOVERNANCE));
    const statements = policy(
      { Sid: "ReadThroughLakeFormation", Effect: "Allow", Action: "lakeformation:GetDataAccess", Resource: "*" },
      {
        Sid: "Catalog",
        Effect: "Allow",
        Action: [
          "glue:BatchCreatePartition",
          "glue:BatchGetPartition",
          "glue:BatchUpdatePartition",
          "glue:CreateTable",
          "glue:GetDatabase",
          "glue:GetPartitions",
          "glue:GetTable",
          "glue:GetTables",
          "glue:UpdatePartition",
          "glue:UpdateTable",
        ],
        Resource: [`${glue}:catalog`, `${glue}:database/${source}_discovered`, `${glue}:table/${source}_discovered/*`],
      },
      CATALOG_KEY,
      {
        Sid: "Logs",
        Effect: "Allow",
        Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: ["", ":*"].map(
          (end) => `arn:aws:logs:eu-central-1:${GOVERNANCE}:log-group:/aws-glue/crawlers*${end}`,
        ),
      },
    );
    expect(parsed(role.policy["policy"])).toEqual(statements);
  });

  it("is let by Lake Formation to read the raw zone and to make tables in its own database", () => {
    const granted = grants.map(([, grant]) => withoutOrder(grant));
    expect(granted).toEqual([
      { principal: role.arn, permissions: ["ALTER", "CREATE_TABLE", "DESCRIBE"], database: { name: database } },
      { principal: role.arn, permissions: ["DATA_LOCATION_ACCESS"], data_location: { arn: `arn:aws:s3:::${bucket}` } },
    ]);
  });

  it("looks at each table's folder once a day and only reports changes", () => {
    const { configuration, ...crawler } = bank.only(id, "aws_glue_crawler");
    const schema = source === "loans" ? "lending" : "core";
    const last = grants.find(([, { permissions }]) => JSON.stringify(permissions).includes("CREATE_TABLE"));
    expect(crawler).toEqual({
      name: `prod-${source}-discovery`,
      description: `Tables and columns that DMS really writes for ${source}`,
      database_name: database,
      role: role.arn,
      schedule: "cron(0 4 * * ? *)",
      lake_formation_configuration: { use_lake_formation_credentials: true },
      recrawl_policy: { recrawl_behavior: "CRAWL_EVERYTHING" },
      schema_change_policy: { update_behavior: "LOG", delete_behavior: "LOG" },
      s3_target: CONTRACTS[source].map(({ name }) => ({ path: `s3://${bucket}/${prefix}/${schema}/${name}/` })),
      depends_on: [`aws_lakeformation_permissions.${last?.[0]}`],
    });
    expect(parsed(configuration)).toEqual({
      Version: 1,
      CrawlerOutput: {
        Partitions: { AddOrUpdateBehavior: "InheritFromTable" },
        Tables: { AddOrUpdateBehavior: "MergeNewColumns" },
      },
      // The table's folder: bucket, account, source, generation, schema, table.
      Grouping: { TableGroupingPolicy: "CombineCompatibleSchemas", TableLevelConfiguration: 6 },
    });
  });
});
