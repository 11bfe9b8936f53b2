import { checkovFindings } from "../../../audit/checkov/findings";
import { checkovInput } from "../../../audit/checkov/input";
import { type CheckovFailure, readCheckov } from "../../../audit/checkov/report";
import { outputOf } from "../../../audit/output/read";
import type { Block } from "../../support/json";

const TODAY = "2026-11-22";
const waiver = { rules: ["CKV_AWS_50"], reason: "no load", owner: "platform", expires: "2027-03-31" };
const failure: CheckovFailure = {
  check: "CKV_AWS_50",
  name: "X-Ray tracing is enabled for Lambda",
  file: "/stacks/s/cdk.tf.json",
  resource: "resource.f",
};

function rules(failures: readonly CheckovFailure[], comment: Block, ofStack: Block = {}, today = TODAY) {
  const output = outputOf({ s: { "//": ofStack, resource: { aws_lambda_function: { f: { "//": comment } } } } });
  return checkovFindings(output, { version: "3", passed: 1, failures }, today).map(
    ({ rule, subject }) => `${rule}: ${subject}`,
  );
}

describe("a failure of checkov", () => {
  it("counts, with the address that the check does not name", () => {
    expect(rules([failure], {})).toEqual(["CKV_AWS_50: s aws_lambda_function.f"]);
  });

  it("does not count with a waiver at the resource or for its type", () => {
    expect(rules([failure], { waivers: [waiver] })).toEqual([]);
    expect(rules([failure], {}, { waivers: [{ ...waiver, types: ["aws_lambda_function"] }] })).toEqual([]);
  });

  it("counts from the day after the waiver's last", () => {
    expect(rules([failure], { waivers: [waiver] }, {}, "2027-04-01")).toEqual([
      "CKV_AWS_50: s aws_lambda_function.f",
      "waiver-expired: s aws_lambda_function.f CKV_AWS_50",
    ]);
  });

  it("that a waiver expects and that does not come counts as well", () => {
    expect(rules([], { waivers: [waiver] })).toEqual(["waiver-unused: s aws_lambda_function.f CKV_AWS_50"]);
  });

  it("is no business of a waiver of the audit's own controls", () => {
    expect(rules([], { waivers: [{ ...waiver, rules: ["lambda-in-vpc"] }] })).toEqual([]);
  });
});

const report = (summary: Block, failed: readonly Block[] = []): string =>
  JSON.stringify({ check_type: "terraform_json", results: { failed_checks: failed }, summary });

describe("checkov's report", () => {
  it("is read", () => {
    const failed = {
      check_id: "CKV_AWS_50",
      check_name: failure.name,
      file_path: failure.file,
      resource: "resource.f",
    };
    expect(readCheckov(report({ passed: 3, checkov_version: "3.3.30" }, [failed]))).toEqual({
      version: "3.3.30",
      passed: 3,
      failures: [failure],
    });
  });

  it.each([
    ["files that it could not read", report({ passed: 3, parsing_errors: 2 }), "could not read 2 files"],
    ["nothing checked", report({ passed: 0 }), "has checked nothing"],
    ["something else", "[]", "nothing on Terraform JSON"],
  ])("with %s is refused", (_, json, message) => {
    expect(() => readCheckov(json)).toThrow(message);
  });

  it("is made of the documents without their settings for Terraform, which checkov cannot parse", () => {
    const output = outputOf({ s: { terraform: { required_version: ">= 1.11" }, resource: {} } });
    expect([...checkovInput(output)]).toEqual([["stacks/s/cdk.tf.json", { resource: {} }]]);
  });
});
