import { alarmTopicOf, expectedAlarmTopic } from "../support/alarm-topics";
import { SOURCES } from "../support/bank";
import { at, block, list, parsed } from "../support/json";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

describe.each(SOURCES)("monitoring of $producer", ({ source, producer, producerId }) => {
  const id = `prod-${producer}-monitoring`;
  const alarms = alarmTopicOf(bank, id, `alias/prod-${producer}-alarms`);

  it("is an encrypted topic, to which two services publish for this account, over TLS", () => {
    const publishers = ["cloudwatch.amazonaws.com", "dms.amazonaws.com"];
    expect(alarms.parts).toEqual(expectedAlarmTopic(producer, producerId, publishers));
  });

  it("hears of what happens to instances and tasks", () => {
    const events = Object.values(bank.resources(id, "aws_dms_event_subscription"));
    expect(events).toEqual([
      {
        name: `prod-${producer}-replication-instance`,
        source_type: "replication-instance",
        event_categories: ["failover", "failure", "low storage", "maintenance"],
        sns_topic_arn: alarms.ref,
        enabled: true,
      },
      {
        name: `prod-${producer}-replication-task`,
        source_type: "replication-task",
        event_categories: ["configuration change", "deletion", "failure", "state change"],
        sns_topic_arn: alarms.ref,
        enabled: true,
      },
    ]);
  });

  it("shows every alarm's metric on one dashboard, without overlap", () => {
    const dashboard = bank.only(id, "aws_cloudwatch_dashboard");
    const widgets = list(at(parsed(dashboard["dashboard_body"]), "widgets")).map(block);
    const body = JSON.stringify(widgets);
    const metrics = Object.values(
      bank.resources(`prod-${producer}-replication-${source}`, "aws_cloudwatch_metric_alarm"),
    );
    expect(metrics.length).toBeGreaterThan(5);
    for (const alarm of metrics) expect(body).toContain(`"${String(alarm["metric_name"])}"`);
    const places = widgets.map(({ x, y }) => `${String(x)},${String(y)}`);
    expect(new Set(places).size).toBe(places.length);
    for (const { x, width } of widgets) expect(Number(x) + Number(width)).toBeLessThanOrEqual(24);
  });
});
