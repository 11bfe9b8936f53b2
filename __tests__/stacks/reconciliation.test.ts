import validate from "asl-validator";
import { GOVERNANCE, SOURCES } from "../support/bank";
import { block, parsed } from "../support/json";
import { roleOf, statement } from "../support/policies";
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
