import { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster";
import { TerraformStack, Testing } from "cdktf";
import { column } from "../../model/contract/column";
import type { StandingWaiver, Waiver } from "../../model/landscape/waivers";
import { recordWaivers } from "../../modules/terraform/waived";
import { at, first, list, parsed } from "../support/json";
import { lending, withLending, withLoans } from "../support/landscapes";
import { synthesized } from "../support/synthesized";

const REPLICATION = "prod-lending-replication-loans";
const waiver: Waiver = {
  control: "replication-multi-az",
  reason: "A trial account",
  owner: "lending@examplebank.example",
  expires: "2027-03-31",
};

describe("DMS Serverless", () => {
  const bank = synthesized(withLoans({ replication: { minimumCapacity: 2, maximumCapacity: 16 } }));
  const config = bank.only(REPLICATION, "aws_dms_replication_config");

  it("takes the place of instance and task, with the same mappings and settings", () => {
    const before = synthesized().only(REPLICATION, "aws_dms_replication_task");
    expect(bank.resources(REPLICATION, "aws_dms_replication_instance")).toEqual({});
    expect(bank.resources(REPLICATION, "aws_dms_replication_task")).toEqual({});
    expect(config).toMatchObject({
      replication_config_identifier: "prod-loans",
      replication_type: "full-load-and-cdc",
      start_replication: true,
      table_mappings: before["table_mappings"],
      replication_settings: before["replication_task_settings"],
    });
  });

  it("is private, encrypted with the source's key, in two zones, within its capacity", () => {
    const group = first(Object.keys(bank.resources(REPLICATION, "aws_security_group")));
    expect(config["compute_config"]).toMatchObject({
      min_capacity_units: 2,
      max_capacity_units: 16,
      multi_az: true,
      vpc_security_group_ids: [`\${aws_security_group.${group}.id}`],
      kms_key_id: expect.stringContaining("data.aws_kms_key") as unknown,
    });
  });

  it("alarms by queries, since nobody says which dimensions its metrics have", () => {
    const alarms = Object.values(bank.resources(REPLICATION, "aws_cloudwatch_metric_alarm"));
    const queries = alarms
      .filter((alarm) => "metric_query" in alarm)
      .map((alarm) => first(list(alarm["metric_query"])));
    expect(queries).toHaveLength(4);
    expect(queries[0]).toEqual({
      id: "largest",
      expression: 'SELECT MAX(CDCLatencySource) FROM "AWS/DMS"',
      period: 60,
      return_data: true,
    });
  });
});

describe("Aurora Serverless v2", () => {
  const bank = synthesized(withLoans({ instanceClass: "db.serverless", capacity: { minimum: 0.5, maximum: 8 } }));

  it("scales within its capacity", () => {
    expect(bank.only("prod-lending-source-loans", "aws_rds_cluster")).toHaveProperty(
      "serverlessv2_scaling_configuration",
      {
        min_capacity: 0.5,
        max_capacity: 8,
      },
    );
  });
});

describe("a new generation", () => {
  const before = synthesized();
  const bank = synthesized(withLoans({ generation: 2 }));

  it("is a new folder, a new endpoint and a new task on the same instance", () => {
    expect(bank.only(REPLICATION, "aws_dms_s3_endpoint")).toMatchObject({
      bucket_folder: "lending/loans/g2",
      endpoint_id: "prod-loans-g2-lake",
    });
    expect(bank.only(REPLICATION, "aws_dms_replication_task")).toMatchObject({ replication_task_id: "prod-loans-g2" });
    expect(bank.only(REPLICATION, "aws_dms_replication_instance")).toEqual(
      before.only(REPLICATION, "aws_dms_replication_instance"),
    );
  });

  it("is what its alarms watch", () => {
    const alarms = Object.values(bank.resources(REPLICATION, "aws_cloudwatch_metric_alarm"));
    expect(at(first(alarms), "dimensions", "ReplicationTaskIdentifier")).toBe("prod-loans-g2");
  });

  it.each(["prod-governance-catalog-loans", "prod-governance-storage-loans", REPLICATION])(
    "is the only one that %s knows: the files of the first stay as they are",
    (id) => {
      expect(JSON.stringify(bank.stack(id))).toContain("lending/loans/g2");
      expect(JSON.stringify(bank.stack(id))).not.toContain("lending/loans/g1");
    },
  );
});

describe("table contracts", () => {
  const loans = first(lending.sources);
  const bank = synthesized(
    withLoans({
      lobMaxKb: 200,
      tables: loans.tables.map((table) =>
        table.name === "loan"
          ? {
              ...table,
              onlyRows: [{ column: "granted_on", operator: "gte", value: "2020-01-01" }],
              columns: {
                ...table.columns,
                granted_on: column("date", "internal", "Day", { immutable: true }),
                granted_by: { type: "bigint unsigned", classification: "internal", description: "Employee" },
              },
            }
          : table,
      ),
    }),
  );
  const task = bank.only(REPLICATION, "aws_dms_replication_task");
  const rules = list(at(parsed(task["table_mappings"]), "rules"));

  it("filter rows at the source", () => {
    expect(rules.filter((rule) => list(at(rule, "filters") ?? []).length > 0)).toEqual([
      {
        "rule-id": expect.any(String) as unknown,
        "rule-type": "selection",
        "rule-name": "include lending.loan",
        "rule-action": "include",
        "object-locator": { "schema-name": "lending", "table-name": "loan" },
        filters: [
          {
            "filter-type": "source",
            "column-name": "granted_on",
            "filter-conditions": [{ "filter-operator": "gte", value: "2020-01-01" }],
          },
        ],
      },
    ]);
  });

  it("change a type that the lake would damage", () => {
    expect(rules.filter((rule) => at(rule, "rule-action") === "change-data-type")).toEqual([
      expect.objectContaining({
        "rule-target": "column",
        "object-locator": { "schema-name": "lending", "table-name": "loan", "column-name": "granted[_]by" },
        "data-type": { type: "numeric", precision: 20, scale: 0 },
      }),
    ]);
  });

  it("say how long large objects may be", () => {
    expect(at(parsed(task["replication_task_settings"]), "TargetMetadata", "LobMaxSize")).toBe(200);
  });
});

/** The comment of a cluster with these waivers. */
const written = (waivers: readonly (Waiver | StandingWaiver)[]): unknown => {
  const stack = new TerraformStack(Testing.app(), "stack");
  const cluster = new RdsCluster(stack, "cluster", { engine: "aurora-mysql" });
  recordWaivers(cluster, waivers);
  return at(cluster.toTerraform(), "resource", "aws_rds_cluster", "cluster", "//");
};

describe("waivers", () => {
  it("turn Multi-AZ off, and nothing else does", () => {
    const bank = synthesized(withLoans({ waivers: [waiver] }));
    expect(bank.only(REPLICATION, "aws_dms_replication_instance")).toHaveProperty("multi_az", false);
    const serverless = synthesized(
      withLoans({ waivers: [waiver], replication: { minimumCapacity: 1, maximumCapacity: 1 } }),
    );
    expect(serverless.only(REPLICATION, "aws_dms_replication_config")).toHaveProperty("compute_config.multi_az", false);
  });

  it("stand in the comment of what they weaken", () => {
    expect(written([waiver])).toMatchObject({
      metadata: { path: "stack/cluster" },
      waivers: [
        { rules: ["replication-multi-az"], reason: waiver.reason, owner: waiver.owner, expires: waiver.expires },
      ],
    });
    expect(written([])).not.toHaveProperty("waivers");
  });
});

describe("alarm subscribers", () => {
  it("may be several, or none", () => {
    const addresses = ["a@examplebank.example", "b@examplebank.example"];
    const bank = synthesized(withLending({ alarmSubscribers: addresses }));
    const subscriptions = Object.values(bank.resources("prod-lending-monitoring", "aws_sns_topic_subscription"));
    expect(subscriptions.map(({ protocol, endpoint }) => [protocol, endpoint])).toEqual(
      addresses.map((address) => ["email", address]),
    );
    const silent = synthesized(withLending({ alarmSubscribers: [] }));
    expect(silent.resources("prod-lending-monitoring", "aws_sns_topic_subscription")).toEqual({});
  });
});
