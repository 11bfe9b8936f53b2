import { evaluate } from "../../../audit/check/evaluate";
import { CONTROLS } from "../../../audit/controls";
import { block, first } from "../../support/json";
import { changed } from "../support/changed";
import { generatedOutput } from "../support/generated";
import { PLANTED } from "./planted";
import { type Draft, nameOf } from "./planted/edit";

const TODAY = "2026-11-22";
const clean = generatedOutput();

/** Subjects of the findings of a control after an edit. */
function found(control: string, stack: string, edit: (document: Draft) => void): readonly string[] {
  const output = changed(clean, stack, edit);
  const controls = CONTROLS.filter(({ id }) => id === control);
  return evaluate(output, controls, TODAY)
    .findings.filter(({ rule }) => rule === control)
    .map(({ subject }) => subject);
}

describe("the output of the tests' landscape", () => {
  const report = evaluate(clean, CONTROLS, TODAY);

  it("has no finding", () => {
    expect(report.findings).toEqual([]);
  });

  it("leaves undecided only whether a bootstrap runs by a role, which a variable says", () => {
    expect(report.results.filter(({ undecided }) => undecided.length > 0).map(({ control }) => control.id)).toEqual([
      "account-role",
    ]);
  });

  it("has findings on the day after the standing waivers end", () => {
    const rules = new Set(evaluate(clean, CONTROLS, "2027-12-01").findings.map(({ rule }) => rule));
    expect(rules).toContain("waiver-expired");
    expect(rules).toContain("secret-rotation");
  });
});

describe("a planted mistake", () => {
  it.each(PLANTED.map((planted) => [planted.control, planted.found.join("."), planted] as const))(
    "%s is found at %s and nowhere else",
    (control, _, { stack, edit, found: [type, beginning] }) => {
      let name = "";
      const subjects = found(control, stack, (document) => {
        edit(document);
        name = nameOf(document, type, beginning);
      });
      expect(subjects).toEqual([`${stack} ${type}.${name}`]);
    },
  );

  it("in a trail's selectors is found at the location that it leaves out", () => {
    const subjects = found("trail-data-events", "prod-governance-trail", (document) => {
      const trail = block(block(block(document["resource"])["aws_cloudtrail"])["trail_3987B402"]);
      const selectors = trail["advanced_event_selector"];
      if (!Array.isArray(selectors)) throw new Error("no selectors");
      const fields: unknown = block(selectors[1])["field_selector"];
      if (!Array.isArray(fields)) throw new Error("no fields");
      const arns: Draft = block(fields[2]);
      arns["starts_with"] = ["arn:aws:s3:::examplebank-prod-deposits-"];
    });
    expect(subjects.map((subject) => first(subject.split(" ")))).toEqual([
      "prod-governance-storage-loans",
      "prod-governance-storage-loans",
    ]);
  });

  it.each<readonly [string, (provider: Draft) => void]>([
    ["account-named", (provider) => delete provider["allowed_account_ids"]],
    ["account-role", (provider) => delete provider["assume_role"]],
    ["account-role", (provider) => (provider["secret_key"] = "${var.key}")],
    ["account-role", (provider) => (provider["assume_role"] = [{ role_arn: "arn:aws:iam::999988887777:role/other" }])],
  ])("%s is found at the provider", (control, edit) => {
    const subjects = found(control, "prod-risk-analytics", (document) => {
      const providers = block(document["provider"])["aws"];
      if (!Array.isArray(providers)) throw new Error("no providers");
      edit(block(providers[0]));
    });
    expect(subjects).toEqual(["prod-risk-analytics provider.aws"]);
  });

  it("stands for every control, in this file or in that of the secrets", () => {
    const planted = new Set([
      ...PLANTED.map(({ control }) => control),
      "trail-data-events",
      "account-named",
      "account-role",
      "no-secrets",
    ]);
    expect(CONTROLS.map(({ id }) => id).filter((id) => !planted.has(id))).toEqual([]);
  });
});
