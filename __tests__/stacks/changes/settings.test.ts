import { GOVERNANCE } from "../../support/bank";
import { bucketOf, lifecycleRule } from "../../support/buckets";
import { stackChanges } from "../../support/compare";
import { prod, withLoans, withProd, withRisk } from "../../support/landscapes";
import { synthesized } from "../../support/synthesized";

const before = synthesized();
const changed = (...ids: readonly string[]) => ({ added: [], removed: [], changed: ids });

describe("a longer retention of logs", () => {
  const after = synthesized(withProd({ governance: { ...prod.governance, logRetentionDays: 731 } }));

  it("reaches access logs, trail, flow logs, and the logs of databases, readiness, replication, tables and merges alone", () => {
    expect(stackChanges(before, after)).toEqual(
      changed(
        "prod-deposits-network",
        "prod-deposits-readiness-deposits",
        "prod-deposits-reconciliation-deposits",
        "prod-deposits-replication-deposits",
        "prod-deposits-source-deposits",
        "prod-governance-catalog-deposits",
        "prod-governance-catalog-loans",
        "prod-governance-curation-deposits",
        "prod-governance-curation-loans",
        "prod-governance-lake",
        "prod-governance-reconciliation-deposits",
        "prod-governance-reconciliation-loans",
        "prod-governance-trail",
        "prod-lending-network",
        "prod-lending-readiness-loans",
        "prod-lending-reconciliation-loans",
        "prod-lending-replication-loans",
        "prod-lending-source-loans",
      ),
    );
    expect(after.only("prod-lending-network", "aws_cloudwatch_log_group")).toHaveProperty("retention_in_days", 731);
  });

  it("is how long log files are kept and locked", () => {
    const trail = bucketOf(after, "prod-governance-trail", `examplebank-prod-trail-${GOVERNANCE}`);
    expect(trail.lifecycleRule).toEqual(lifecycleRule(30, 731));
    expect(trail.part("aws_s3_bucket_object_lock_configuration")["rule"]).toEqual({
      default_retention: { mode: "GOVERNANCE", days: 731 },
    });
  });
});

describe("settings of a source", () => {
  it("give the replication user a new password in the credentials, and at the database by readiness", () => {
    const after = synthesized(withLoans({ credentialVersion: 2 }));
    expect(stackChanges(before, after)).toEqual(changed("prod-lending-credentials", "prod-lending-readiness-loans"));
    expect(after.only("prod-lending-credentials", "aws_secretsmanager_secret_version")).toHaveProperty(
      "secret_string_wo_version",
      2,
    );
  });

  it("add cluster instances to the source alone", () => {
    const after = synthesized(withLoans({ instances: 3 }));
    expect(stackChanges(before, after)).toEqual(changed("prod-lending-source-loans"));
    expect(Object.keys(after.resources("prod-lending-source-loans", "aws_rds_cluster_instance"))).toHaveLength(3);
  });

  it.each([
    [1, "rate(1 minute)"],
    [15, "rate(15 minutes)"],
  ])("start the merge every %i minutes, as `%s`", (mergeEveryMinutes, expression) => {
    const after = synthesized(withLoans({ mergeEveryMinutes }));
    expect(stackChanges(before, after)).toEqual(
      changed("prod-governance-curation-loans", "prod-governance-reconciliation-loans"),
    );
    const [, schedule] = after.find("prod-governance-curation-loans", "aws_scheduler_schedule", {
      name: "prod-loans-curation",
    });
    expect(schedule).toMatchObject({ schedule_expression: expression });
  });
});

describe("administrators", () => {
  it("of Lake Formation stand beside the deploy role, in their own account", () => {
    const after = synthesized(withRisk({ administrators: ["steward"] }));
    expect(stackChanges(before, after)).toEqual(changed("prod-risk-analytics"));
    expect(after.only("prod-risk-analytics", "aws_lakeformation_data_lake_settings")["admins"]).toEqual([
      "arn:aws:iam::444455556666:role/lake-deploy",
      "arn:aws:iam::444455556666:role/steward",
    ]);
  });

  it("are named with their path where they are given by ARN", () => {
    const steward =
      "arn:aws:iam::444455556666:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_Steward_0123456789abcdef";
    expect(
      synthesized(withRisk({ administrators: [steward] })).only(
        "prod-risk-analytics",
        "aws_lakeformation_data_lake_settings",
      )["admins"],
    ).toEqual(["arn:aws:iam::444455556666:role/lake-deploy", steward]);
  });
});

describe("another deploy role", () => {
  it("is assumed, and let in, wherever that account is meant", () => {
    const after = synthesized(withRisk({ deployRole: "terraform" }));
    expect(stackChanges(before, after)).toEqual(changed("prod-risk-analytics", "prod-risk-bootstrap"));
    expect(JSON.stringify(after.stack("prod-risk-analytics"))).not.toContain("lake-deploy");
  });
});
