import { evaluate } from "../../../audit/check/evaluate";
import { CONTROLS } from "../../../audit/controls";
import { acceptedOf } from "../../../audit/waivers/apply";
import { readinessControlsOf } from "../../../model/contract/readiness-controls";
import { whatever } from "../../landscape/everything";
import { changed } from "../support/changed";
import { generatedOutput } from "../support/generated";
import { add, both, nameOf, type Planted, set } from "./planted/edit";

const TODAY = "2026-11-22";
const clean = generatedOutput(whatever);

/** An alarm's query with another metric. */
const watchOther = (alarm: string) =>
  set("aws_cloudwatch_metric_alarm", alarm, "metric_query.0.expression", 'SELECT MAX(CPUUtilization) FROM "AWS/DMS"');

/** Mistakes in what only some landscapes have. */
const PLANTED: readonly Planted[] = [
  {
    control: "replication-alarms",
    stack: "everything-own-replication-sales",
    edit: both(watchOther("alarms_CDCLatencyTarget_"), watchOther("alarms_CDCLatencyTarget-critical")),
    found: ["aws_dms_replication_config", "serverless_config"],
  },
  {
    control: "iam-no-service-wildcard",
    stack: "everything-planning-bootstrap",
    edit: add("aws_iam_role_policy_attachment", "more", {
      role: "somebody",
      policy_arn: "${aws_iam_policy.boundary.arn}",
    }),
    found: ["aws_iam_policy", "boundary"],
  },
  {
    control: "no-open-egress",
    stack: "everything-acquired-replication-market",
    edit: set("aws_security_group", "place_group", "//.waivers", undefined),
    found: ["aws_security_group", "place_group"],
  },
];

describe("the output of a landscape with everything", () => {
  const report = evaluate(clean, CONTROLS, TODAY);

  it("meets every control", () => {
    expect(report.findings.map(({ id, sentence }) => `${id}: ${sentence}`)).toEqual([]);
  });

  it("carries what is accepted of tables at their sources, whatever replicates them", () => {
    const accepted = acceptedOf(report.waivers, TODAY).map(
      ({ place, table, rules }) =>
        `${place.stack} ${place.address.replace(/_[^_]*$/, "")}${table === undefined ? "" : ` ${table}`}: ${rules.join()}`,
    );
    const asked = readinessControlsOf("postgresql");
    expect(accepted).toEqual([
      "everything-acquired-replication-market aws_dms_replication_config.serverless_config: readiness-slot-retention",
      ...asked.map(
        (id) =>
          `everything-acquired-replication-market aws_dms_replication_config.serverless_config market.Price: ${id}`,
      ),
      ...asked.map(
        (id) =>
          `everything-acquired-replication-oldcalendar aws_dms_replication_task.provisioned_replication_task calendar.old_day: ${id}`,
      ),
      ...readinessControlsOf("mysql").map(
        (id) =>
          `everything-acquired-replication-rates aws_dms_replication_config.serverless_config rates.rate_flag: ${id}`,
      ),
    ]);
  });

  it("leaves undecided which role a workspace's runs take on, and what a policy that nobody has would grant", () => {
    const undecided = report.results.filter((result) => result.undecided.length > 0).map(({ control }) => control.id);
    expect(undecided.toSorted()).toEqual([
      "account-role",
      "iam-no-data-everywhere",
      "iam-no-decrypt-everywhere",
      "iam-no-service-wildcard",
    ]);
  });
});

it.each(PLANTED)("$control is found in $stack", ({ control, stack, edit, found: [type, beginning] }) => {
  let name = "";
  const output = changed(clean, stack, (document) => {
    const draft = document as Record<string, unknown>;
    edit(draft);
    name = nameOf(draft, type, beginning);
  });
  const { findings } = evaluate(output, CONTROLS, TODAY);
  const subjects = findings.filter(({ rule }) => rule === control).map(({ subject }) => subject);
  expect(subjects).toEqual([`${stack} ${type}.${name}`]);
});
