import { GOVERNANCE, SOURCES } from "../support/bank";
import { CONTRACTS } from "../support/contracts";
import { CATALOG_KEY, policy, serviceTrust } from "../support/expected-policies";
import { grantsInOrder, withoutOrder } from "../support/grants";
import { first, list, parsed } from "../support/json";
import { roleOf } from "../support/policies";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

const SETTINGS = {
  compaction: {},
  orphan_file_deletion: {
    orphan_file_deletion_configuration: [{ iceberg_configuration: [{ orphan_file_retention_period_in_days: 3 }] }],
  },
  retention: {
    retention_configuration: [
      {
        iceberg_configuration: [
          { snapshot_retention_period_in_days: 5, number_of_snapshots_to_retain: 1, clean_expired_files: true },
        ],
      },
    ],
  },
};

describe.each(SOURCES)("the optimizers of $source", ({ source }) => {
  const id = `prod-governance-catalog-${source}`;
  const role = roleOf(bank, id, `prod-${source}-optimizer`);
  const [databaseName] = bank.find(id, "aws_glue_catalog_database", { name: source });
  const database = `\${aws_glue_catalog_database.${databaseName}.name}`;

  it("compact every table, end old snapshots and delete what none refers to, once the table is as its contract says", () => {
    for (const { name } of CONTRACTS[source]) {
      const [made] = bank.find(id, "aws_glue_catalog_table", { database_name: database, name });
      for (const [type, settings] of Object.entries(SETTINGS)) {
        const table = `\${aws_glue_catalog_table.${made}.name}`;
        const [, { depends_on: after, ...body }] = bank.find(id, "aws_glue_catalog_table_optimizer", {
          table_name: table,
          type,
        });
        expect(body).toEqual({
          catalog_id: GOVERNANCE,
          database_name: database,
          table_name: table,
          type,
          configuration: [{ enabled: true, role_arn: role.arn, ...settings }],
        });
        expect(list(after)).toEqual([
          expect.stringMatching(/^aws_lakeformation_permissions\.optimizer_grants_location/),
          expect.stringMatching(new RegExp(`^aws_lambda_invocation\\.tables_${name}_`)),
        ]);
      }
    }
    const all = Object.keys(bank.resources(id, "aws_glue_catalog_table_optimizer"));
    expect(all).toHaveLength(3 * CONTRACTS[source].length);
  });

  it("have a role without access to S3, for Lake Formation hands it out", () => {
    const glue = `arn:aws:glue:eu-central-1:${GOVERNANCE}`;
    const groups = ["compaction", "orphan-file-deletion", "retention"].map(
      (kind) => `arn:aws:logs:eu-central-1:${GOVERNANCE}:log-group:/aws-glue/iceberg-${kind}/logs`,
    );
    expect(parsed(role.body["assume_role_policy"])).toEqual(serviceTrust("glue.amazonaws.com", GOVERNANCE));
    expect(parsed(role.policy["policy"])).toEqual(
      policy(
        { Sid: "LakeFormation", Effect: "Allow", Action: "lakeformation:GetDataAccess", Resource: "*" },
        {
          Sid: "Tables",
          Effect: "Allow",
          Action: ["glue:GetTable", "glue:UpdateTable"],
          Resource: [`${glue}:catalog`, `${glue}:database/${source}`, `${glue}:table/${source}/*`],
        },
        CATALOG_KEY,
        {
          Sid: "Logs",
          Effect: "Allow",
          Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
          Resource: groups.flatMap((group) => [group, `${group}:*`]),
        },
      ),
    );
  });

  it("may rewrite every current-state table of the source", () => {
    const grants = grantsInOrder(bank, id).filter(({ principal }) => principal === role.arn);
    expect(grants.map(withoutOrder)).toEqual([
      { principal: role.arn, permissions: ["DESCRIBE"], database: { name: database } },
      {
        principal: role.arn,
        permissions: ["ALTER", "DELETE", "DESCRIBE", "INSERT", "SELECT"],
        table: { database_name: database, wildcard: true },
      },
      {
        principal: role.arn,
        permissions: ["DATA_LOCATION_ACCESS"],
        data_location: { arn: `arn:aws:s3:::examplebank-prod-${source}-curated-${GOVERNANCE}` },
      },
    ]);
    expect(first(grants)["depends_on"]).toContain(`aws_iam_role_policy.${role.policyName}`);
  });
});
