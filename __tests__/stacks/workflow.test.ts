import { GOVERNANCE, SOURCES } from "../support/bank";
import { CONTRACTS } from "../support/contracts";
import { at, type Block, block, first, list, parsed, text } from "../support/json";
import { keyOf, roleOf } from "../support/policies";
import { reachableStates } from "../support/states";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

describe.each(SOURCES)("the workflow of $source", ({ source }) => {
  const id = `prod-governance-curation-${source}`;
  const name = `prod-${source}-curation`;
  const { definition, ...machine } = bank.only(id, "aws_sfn_state_machine");
  const workflow = block(parsed(definition));
  const role = roleOf(bank, id, name);
  const key = keyOf(bank, id, `alias/prod-${source}-merge-runs`);

  it("runs by the curation role, encrypted, traced, with every step in an encrypted log", () => {
    const [logs, group] = first(Object.entries(bank.resources(id, "aws_cloudwatch_log_group")));
    expect(machine).toEqual({
      name,
      type: "STANDARD",
      role_arn: role.arn,
      encryption_configuration: {
        type: "CUSTOMER_MANAGED_KMS_KEY",
        kms_key_id: key.arn,
        kms_data_key_reuse_period_seconds: 900,
      },
      logging_configuration: {
        level: "ALL",
        include_execution_data: true,
        log_destination: `\${aws_cloudwatch_log_group.${logs}.arn}:*`,
      },
      tracing_configuration: { enabled: true },
      depends_on: [`aws_iam_role_policy.${role.policyName}`],
    });
    expect(group).toEqual({
      name: `/aws/vendedlogs/states/${name}`,
      kms_key_id: key.arn,
      retention_in_days: 365,
    });
  });

  it("has no state that is never reached, and none that leads nowhere", () => {
    expect(reachableStates(workflow).size).toBeGreaterThan(40);
  });

  it("merges every table of the source by its two saved statements", () => {
    const items = list(at(workflow, "States", "Tables", "Result")).map(block);
    expect(items.map(({ table }) => table)).toEqual(CONTRACTS[source].map((contract) => contract.name));
    const saved = bank.resources(id, "aws_athena_named_query");
    expect(Object.keys(saved)).toHaveLength(2 * items.length);
    const statement = (reference: unknown): Block => {
      const [, address = ""] = /^\$\{aws_athena_named_query\.(.+)\.id\}$/.exec(text(reference)) ?? [];
      return block(saved[address]);
    };
    for (const item of items) {
      const table = text(item["table"]);
      const [merge, load] = [statement(item["merge"]), statement(item["load"])];
      expect(merge).toMatchObject({ name: `merge ${table}`, database: source });
      expect(load).toMatchObject({ name: `load ${table}`, database: source });
      expect(text(merge["query"])).toContain(`FROM "${source}_changes"."${table}"`);
      expect(text(merge["query"])).not.toContain(`"${source}_loads"`);
      expect(text(load["query"])).toContain(`FROM "${source}_loads"."${table}"`);
      expect(text(load["query"])).toContain(`MERGE INTO "${source}"."${table}" AS t`);
    }
  });

  it("waits for each query in its workgroup", () => {
    const states = block(at(workflow, "States", "Each table", "ItemProcessor", "States"));
    const queries = Object.entries(states).filter(([, state]) =>
      text(block(state)["Resource"] ?? "").includes("athena:startQuery"),
    );
    expect(queries.map(([each]) => each)).toEqual([
      "Look at window",
      "Look at days",
      "Look at generation",
      "Merge",
      "Load",
    ]);
    for (const [, state] of queries) {
      expect(state).toMatchObject({
        Resource: "arn:aws:states:::athena:startQueryExecution.sync",
        Parameters: { WorkGroup: name },
      });
    }
  });

  it("tells the governance account's topic when it fails, is late or silent", () => {
    const alarms = Object.values(bank.resources(id, "aws_cloudwatch_metric_alarm"));
    expect(alarms.map((alarm) => alarm["alarm_name"])).toEqual(
      ["failures", "lag", "runs", "silence", "waiting-for-load"].map((each) => `${name}-${each}`),
    );
    for (const alarm of alarms) {
      const topic = [`arn:aws:sns:eu-central-1:${GOVERNANCE}:prod-governance-alarms`];
      expect(alarm).toMatchObject({ alarm_actions: topic, ok_actions: topic });
    }
    expect(alarms).toContainEqual(
      expect.objectContaining({
        namespace: "Lake/Curation",
        metric_name: "Failures",
        dimensions: { Environment: "prod", Source: source },
        statistic: "Sum",
        threshold: 0,
        treat_missing_data: "notBreaching",
      }),
    );
    expect(alarms).toContainEqual(
      expect.objectContaining({ metric_name: "Successes", threshold: 1, treat_missing_data: "breaching", period: 900 }),
    );
  });
});

const machineOf = (states: Block): Block => ({ StartAt: "a", States: states });

describe("the check of workflows", () => {
  it("refuses a state that leads to one that is missing", () => {
    expect(() => reachableStates(machineOf({ a: { Type: "Pass", Next: "b" } }))).toThrow("there is no state b");
  });

  it("refuses a state that is never reached", () => {
    const states = { a: { Type: "Pass", End: true }, b: { Type: "Pass", End: true } };
    expect(() => reachableStates(machineOf(states))).toThrow("b is never reached");
  });

  it("refuses a state without an end", () => {
    expect(() => reachableStates(machineOf({ a: { Type: "Pass" } }))).toThrow("a leads nowhere");
  });
});
