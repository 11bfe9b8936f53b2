import { showDiagnostic } from "../../../operations/terraform/diagnostics";
import { readPlan } from "../../../operations/terraform/plan-json";
import { reasonOf } from "../../../operations/terraform/probe";
import { distinctProviders, fullSource, requiredProviders } from "../../../operations/terraform/providers";

describe("providers", () => {
  test.each([
    ["aws", "registry.terraform.io/hashicorp/aws"],
    ["hashicorp/random", "registry.terraform.io/hashicorp/random"],
    ["example.com/team/own", "example.com/team/own"],
  ])("%s means %s", (source, full) => {
    expect(fullSource(source)).toBe(full);
  });

  test("are read from a stack's JSON", () => {
    const stack = {
      terraform: {
        required_providers: {
          random: { source: "hashicorp/random", version: "= 3.7.2" },
          aws: { source: "aws", version: "5.100.0" },
        },
      },
    };
    expect(requiredProviders(JSON.stringify(stack))).toEqual([
      { source: "registry.terraform.io/hashicorp/aws", version: "5.100.0" },
      { source: "registry.terraform.io/hashicorp/random", version: "3.7.2" },
    ]);
    expect(requiredProviders(JSON.stringify({ terraform: {} }))).toEqual([]);
  });

  test("are asked for once", () => {
    const aws = { source: "registry.terraform.io/hashicorp/aws", version: "5.100.0" };
    expect(distinctProviders([[aws], [{ ...aws }], []])).toEqual([aws]);
  });
});

describe("readPlan", () => {
  test("finds changes of resources and outputs, and errors", () => {
    const output = [
      '{"@level":"info","type":"version","terraform":"1.11.4"}',
      '{"type":"planned_change","change":{"resource":{"addr":"aws_s3_bucket.raw"},"action":"update"}}',
      '{"type":"outputs","outputs":{"same":{"action":"noop"},"other":{"action":"create"}}}',
      '{"type":"diagnostic","diagnostic":{"severity":"error","summary":"No access","detail":"denied"}}',
      '{"type":"diagnostic","diagnostic":{"severity":"warning","summary":"Deprecated","detail":""}}',
      "no JSON at all",
    ].join("\n");
    expect(readPlan(output)).toEqual({
      changes: ["update aws_s3_bucket.raw", "create output other"],
      errors: ["error: No access: denied"],
    });
  });
});

describe("showDiagnostic", () => {
  test("names address, file and line", () => {
    const diagnostic = {
      severity: "error",
      summary: "Missing required argument",
      detail: "The argument\n  is required.",
      address: "aws_s3_bucket.raw",
      range: { filename: "cdk.tf.json", start: { line: 12 } },
    };
    expect(showDiagnostic(diagnostic)).toBe(
      "error: aws_s3_bucket.raw in cdk.tf.json:12: Missing required argument: The argument is required.",
    );
  });

  test("takes the place from the snippet when there is no address", () => {
    const diagnostic = { severity: "error", summary: "S", detail: "", snippet: { context: "resource.x.y" } };
    expect(showDiagnostic(diagnostic)).toBe("error: resource.x.y: S");
  });
});

describe("reasonOf", () => {
  test("puts Terraform's first error on one line", () => {
    const output = [
      "Initializing provider plugins...",
      "",
      "│ Error: Failed to query available provider packages",
      "│ ",
      "│ Could not retrieve the list: no such",
      "│ host",
      "╵",
    ].join("\n");
    expect(reasonOf(output)).toBe(
      "Failed to query available provider packages: Could not retrieve the list: no such host",
    );
    expect(reasonOf("\nError: A\n\nbecause\nof B\n")).toBe("A: because of B");
  });

  test("does not blame one provider for all", () => {
    const output =
      "Error: Failed to query available provider packages\n\n" +
      "Could not retrieve the list of available versions for provider hashicorp/aws:\ncould not connect";
    expect(reasonOf(output)).toBe("Failed to query available provider packages: could not connect");
  });

  test("admits that there is none", () => {
    expect(reasonOf("Killed")).toMatch(/did not say why/);
  });
});
