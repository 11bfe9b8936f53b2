import validate from "asl-validator";
import { whatever } from "../landscape/everything";
import { GOVERNANCE, SOURCES } from "../support/bank";
import { at, block, list, parsed } from "../support/json";
import { roleOf, statement } from "../support/policies";
import { reachableStates } from "../support/states";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

describe.each(SOURCES)("the comparison of $source", ({ source, producer, producerId }) => {
  const lake = `prod-governance-reconciliation-${source}`;
  const name = `prod-${source}-reconciliation`;
  const bus = `arn:aws:events:eu-central-1:${GOVERNANCE}:event-bus/${name}`;

  it("hears one role of the producer's account, about this source alone, and that role may speak to this bus", () => {
    const { policy } = bank.only(lake, "aws_cloudwatch_event_bus_policy");
    expect(statement(policy, "Report")).toEqual({
      Sid: "Report",
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${producerId}:root` },
      Action: "events:PutEvents",
      Resource: bus,
      Condition: {
        ArnEquals: { "aws:PrincipalArn": `arn:aws:iam::${producerId}:role/${name}` },
        StringEquals: {
          "aws:PrincipalOrgID": "o-exampleorg1",
          "events:source": "lake.reconciliation",
          "events:detail-type": source,
        },
      },
    });
    const role = roleOf(bank, `prod-${producer}-reconciliation-${source}`, name);
    expect(statement(role.policy["policy"], "Report")["Resource"]).toBe(bus);
  });

  it("is a valid state machine", () => {
    const definition = block(parsed(bank.only(lake, "aws_sfn_state_machine")["definition"]));
    const { isValid } = validate(definition);
    expect(isValid).toBe(true);
  });

  it("has an alarm for each table, also for figures that are missing", () => {
    const alarms = Object.values(bank.resources(lake, "aws_cloudwatch_metric_alarm"));
    expect(alarms.length).toBeGreaterThan(4);
    for (const alarm of alarms) {
      expect(alarm).toMatchObject({ evaluation_periods: 3, datapoints_to_alarm: 2, treat_missing_data: "breaching" });
    }
  });
});

describe("a table with conditions of rows", () => {
  const stack = "everything-lake-reconciliation-market";
  const limited = synthesized(whatever);
  const machine = block(parsed(limited.only(stack, "aws_sfn_state_machine")["definition"]));
  const states = block(machine["States"]);

  it("is a valid state machine, all of whose states are reached", () => {
    expect(validate(machine).isValid).toBe(true);
    expect([...reachableStates(machine)]).toContain("Crossed");
  });

  it("is asked for rows that do not meet them once its figures differ, and told by a metric of its own", () => {
    const look = "Look for rows of price that do not meet its conditions";
    expect(at(states, "Compare", "Default")).toBe("Why");
    expect(at(states, "Why")).toMatchObject({
      Choices: [{ Variable: "$.detail.table", StringEquals: "price", Next: look }],
      Default: "Different",
    });
    expect(at(states, look, "Parameters", "QueryString")).toBe(
      `SELECT CAST(COUNT(*) AS varchar) AS row_count\nFROM "market"."price"\nWHERE NOT COALESCE(regexp_replace("market", ' +\\z', '') = 'XETR', FALSE)`,
    );
    expect(at(states, "Have rows crossed")).toMatchObject({
      Type: "Choice",
      Choices: [{ Variable: "$.crossed.count", StringEquals: "0", Next: "Different" }],
      Default: "Crossed",
    });
    expect(list(at(states, "Crossed", "Parameters", "MetricData"))).toMatchObject([
      { MetricName: "Differs", Value: 1 },
      { MetricName: "Crossed", Value: 1 },
    ]);
  });

  it("has an alarm that names the columns", () => {
    const alarms = Object.values(limited.resources(stack, "aws_cloudwatch_metric_alarm"));
    expect(alarms.filter((alarm) => at(alarm, "metric_name") === "Crossed")).toEqual([
      expect.objectContaining({
        alarm_name: "everything-market-reconciliation-price-crossed",
        evaluation_periods: 1,
        threshold: 0,
        treat_missing_data: "notBreaching",
        alarm_description: expect.stringContaining("a value of market has changed, against the contract") as unknown,
      }),
    ]);
  });
});
