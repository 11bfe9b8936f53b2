import { GOVERNANCE, SOURCES } from "../support/bank";
import { matches } from "../support/event-pattern";
import { type Block, block, first, parsed, text } from "../support/json";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

/** As S3 sends it: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html */
const deleted = (bucket: string, detail: Block): Block => ({
  version: "0",
  "detail-type": "Object Deleted",
  source: "aws.s3",
  account: GOVERNANCE,
  time: "2026-11-12T00:00:00Z",
  region: "eu-central-1",
  resources: [`arn:aws:s3:::${bucket}`],
  detail: {
    version: "0",
    bucket: { name: bucket },
    object: {
      key: "lending/loans/g1/lending/loan/LOAD00000001.parquet",
      "version-id": "1QW9g1Z99LUNbvaaYVpW9xDlOLU.qxgF",
    },
    requester: "222233334444",
    reason: "DeleteObject",
    "deletion-type": "Delete Marker Created",
    ...detail,
  },
});

describe.each(SOURCES)("a removal from the raw zone of $source", ({ source }) => {
  const id = `prod-governance-storage-${source}`;
  const raw = `examplebank-prod-${source}-raw-${GOVERNANCE}`;
  const name = `prod-${source}-raw-removals`;
  const topic = `arn:aws:sns:eu-central-1:${GOVERNANCE}:prod-governance-alarms`;
  const [rule, settings] = first(Object.entries(bank.resources(id, "aws_cloudwatch_event_rule")));
  const pattern = block(parsed(settings["event_pattern"]));
  const ruleName = `\${aws_cloudwatch_event_rule.${rule}.name}`;

  it.each([
    ["a file hidden by a delete marker", deleted(raw, {}), true],
    ["a version deleted for good", deleted(raw, { "deletion-type": "Permanently Deleted" }), true],
    ["the end of an old version by the bucket's rule", deleted(raw, { reason: "Lifecycle Expiration" }), false],
    ["a file of the curated zone", deleted(raw.replace("-raw-", "-curated-"), {}), false],
    ["a new file", { ...deleted(raw, { reason: "PutObject" }), "detail-type": "Object Created" }, false],
  ])("%s: alarm %#", (_, event, raised) => {
    expect(settings["name"]).toBe(name);
    expect(matches(pattern, event)).toBe(raised);
  });

  it("raises an alarm within a minute, at governance's topic", () => {
    const { alarm_description: _, ...alarm } = bank.only(id, "aws_cloudwatch_metric_alarm");
    expect(alarm).toEqual({
      alarm_name: name,
      namespace: "AWS/Events",
      metric_name: "TriggeredRules",
      dimensions: { RuleName: ruleName },
      statistic: "Sum",
      period: 60,
      evaluation_periods: 1,
      comparison_operator: "GreaterThanThreshold",
      threshold: 0,
      treat_missing_data: "notBreaching",
      alarm_actions: [topic],
    });
  });

  it("is told with file, version, kind and requester", () => {
    const target = bank.only(id, "aws_cloudwatch_event_target");
    expect(target).toMatchObject({ rule: ruleName, arn: topic });
    const transformer = block(target["input_transformer"]);
    const paths = block(transformer["input_paths"]);
    const event = deleted(raw, {});
    const found = Object.values(paths).map((path) =>
      text(path)
        .split(".")
        .slice(1)
        .reduce((value: unknown, key) => block(value)[key], event),
    );
    expect(found).not.toContain(undefined);
    const used = text(transformer["input_template"]).match(/<(\w+)>/g) ?? [];
    expect(used.toSorted()).toEqual(
      Object.keys(paths)
        .map((key) => `<${key}>`)
        .toSorted(),
    );
    expect(() => parsed(transformer["input_template"])).not.toThrow();
  });
});
