import { SOURCES } from "../support/bank";
import { administration } from "../support/expected-policies";
import { at, block, first, list, parsed } from "../support/json";
import { guardedKey, readKey } from "../support/keys";
import { synthesized } from "../support/synthesized";

const bank = synthesized();
const PUBLISHERS = ["cloudwatch.amazonaws.com", "dms.amazonaws.com"];

describe.each(SOURCES)("monitoring of $producer", ({ source, producer, producerId }) => {
  const id = `prod-${producer}-monitoring`;
  const arn = `arn:aws:sns:eu-central-1:${producerId}:prod-${producer}-alarms`;
  const topic = `\${aws_sns_topic.${first(Object.keys(bank.resources(id, "aws_sns_topic")))}.arn}`;

  it("is an encrypted topic, to which two services publish for this account, over TLS", () => {
    expect(bank.only(id, "aws_sns_topic")).toEqual({
      name: `prod-${producer}-alarms`,
      kms_master_key_id: expect.stringContaining("aws_kms_key.") as unknown,
    });
    const ours = { StringEquals: { "aws:SourceAccount": producerId } };
    expect(list(at(parsed(bank.only(id, "aws_sns_topic_policy")["policy"]), "Statement"))).toEqual([
      {
        Sid: "Publish",
        Effect: "Allow",
        Principal: { Service: PUBLISHERS },
        Action: "sns:Publish",
        Resource: arn,
        Condition: ours,
      },
      expect.objectContaining({ Sid: "Own", Principal: { AWS: `arn:aws:iam::${producerId}:root` }, Resource: arn }),
      {
        Sid: "OnlyTls",
        Effect: "Deny",
        Principal: "*",
        Action: "sns:Publish",
        Resource: arn,
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ]);
    expect(readKey(bank, id, `alias/prod-${producer}-alarms`)).toEqual(
      guardedKey(administration(producerId), {
        Sid: "Publishers",
        Effect: "Allow",
        Principal: { Service: PUBLISHERS },
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: ours,
      }),
    );
  });

  it("hears of what happens to instances and tasks", () => {
    const events = Object.values(bank.resources(id, "aws_dms_event_subscription"));
    expect(events).toEqual([
      {
        name: `prod-${producer}-replication-instance`,
        source_type: "replication-instance",
        event_categories: ["failover", "failure", "low storage", "maintenance"],
        sns_topic_arn: topic,
        enabled: true,
      },
      {
        name: `prod-${producer}-replication-task`,
        source_type: "replication-task",
        event_categories: ["configuration change", "deletion", "failure", "state change"],
        sns_topic_arn: topic,
        enabled: true,
      },
    ]);
  });

  it("shows every alarm's metric on one dashboard, without overlap", () => {
    const dashboard = bank.only(id, "aws_cloudwatch_dashboard");
    const widgets = list(at(parsed(dashboard["dashboard_body"]), "widgets")).map(block);
    const body = JSON.stringify(widgets);
    const alarms = Object.values(
      bank.resources(`prod-${producer}-replication-${source}`, "aws_cloudwatch_metric_alarm"),
    );
    expect(alarms.length).toBeGreaterThan(5);
    for (const alarm of alarms) expect(body).toContain(`"${String(alarm["metric_name"])}"`);
    const places = widgets.map(({ x, y }) => `${String(x)},${String(y)}`);
    expect(new Set(places).size).toBe(places.length);
    for (const { x, width } of widgets) expect(Number(x) + Number(width)).toBeLessThanOrEqual(24);
  });
});
