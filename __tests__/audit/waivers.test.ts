import type { Control } from "../../audit/check/control";
import { evaluate } from "../../audit/check/evaluate";
import { bucketVersioned } from "../../audit/controls/bucket-versioned";
import { keyRotation } from "../../audit/controls/key-rotation";
import { controlsAsMarkdown } from "../../audit/controls-report/markdown";
import { controlsAsText } from "../../audit/controls-report/text";
import { outputOf } from "../../audit/output/read";
import type { Block } from "../support/json";

const TODAY = "2026-11-22";
const waiver = { rules: ["bucket-versioned"], reason: "a trial", owner: "lending@bank.example", expires: TODAY };

const CONTROLS: readonly Control[] = [bucketVersioned, keyRotation];

function rulesOf(bucket: Block, document: Block = {}, today = TODAY): readonly string[] {
  const output = outputOf({ s: { ...document, resource: { aws_s3_bucket: { b: bucket } } } });
  return evaluate(output, CONTROLS, today).findings.map(({ rule, subject }) => `${rule}: ${subject}`);
}

/** The comment of a stack with a waiver for these types. */
const of = (...types: readonly string[]): Block => ({ "//": { waivers: [{ ...waiver, types }] } });

const carrying = (...waivers: readonly unknown[]): Block => ({ bucket: "b", "//": { waivers } });

describe("a waiver", () => {
  it("keeps a failure of its resource from counting, to the end of its last day", () => {
    expect(rulesOf({ bucket: "b" })).toEqual(["bucket-versioned: s aws_s3_bucket.b"]);
    expect(rulesOf(carrying(waiver))).toEqual([]);
  });

  it("fails from the day after, and so does what it excused", () => {
    expect(rulesOf(carrying(waiver), {}, "2026-11-23")).toEqual([
      "bucket-versioned: s aws_s3_bucket.b",
      "waiver-expired: s aws_s3_bucket.b bucket-versioned",
    ]);
  });

  it("fails when it excuses nothing", () => {
    const output = outputOf({
      s: {
        resource: {
          aws_kms_key: {
            k: { enable_key_rotation: true, "//": { waivers: [{ ...waiver, rules: ["key-rotation"] }] } },
          },
        },
      },
    });
    expect(evaluate(output, CONTROLS, TODAY).findings.map(({ rule }) => rule)).toEqual(["waiver-unused"]);
  });

  it("fails when no control has the name, and passes over checkov's", () => {
    expect(rulesOf(carrying({ ...waiver, rules: ["bucket-versioned", "bucket-version", "CKV_AWS_21"] }))).toEqual([
      "waiver-unknown-rule: s aws_s3_bucket.b bucket-version",
    ]);
  });

  it("of what readiness finds of a table excuses no control, and is listed until it has ended", () => {
    const accepted = { ...waiver, rules: ["readiness-row-security"], table: "core.client" };
    const report = (today: string) =>
      evaluate(outputOf({ s: { resource: { aws_dms_replication_task: { t: carrying(accepted) } } } }), CONTROLS, today);
    expect(report(TODAY).findings).toEqual([]);
    expect(controlsAsText(report(TODAY))).toContain(
      "accepted        readiness-row-security of core.client until 2026-11-22 by lending@bank.example: s aws_dms_replication_task.t\n      a trial",
    );
    expect(controlsAsMarkdown(report(TODAY))).toContain(
      "| `readiness-row-security` | `core.client` | `s aws_dms_replication_task.t` | a trial | lending@bank.example | 2026-11-22 |",
    );
    expect(report("2026-11-23").findings.map(({ rule }) => rule)).toEqual(["waiver-expired"]);
    expect(controlsAsText(report("2026-11-23"))).not.toContain("accepted  ");
    expect(controlsAsMarkdown(report("2026-11-23"))).not.toContain("Accepted losses");
  });

  it.each([
    ["rules", { rules: [] }],
    ["reason", { reason: " " }],
    ["owner", { owner: undefined }],
    ["expires as a day, yyyy-MM-dd", { expires: "with version 6" }],
    ["expires as a day, yyyy-MM-dd", { expires: "2026-02-30" }],
  ])("fails when it lacks %s", (missing, without) => {
    const output = outputOf({ s: { resource: { aws_s3_bucket: { b: carrying({ ...waiver, ...without }) } } } });
    const { findings } = evaluate(output, CONTROLS, TODAY);
    expect(findings.map(({ sentence }) => sentence)).toContain(`A waiver lacks ${missing}.`);
    expect(findings.map(({ rule }) => rule)).toContain("bucket-versioned");
  });

  it("of a stack is for the resources of its types, and fails without types", () => {
    expect(rulesOf({ bucket: "b" }, of("aws_s3_bucket"))).toEqual([]);
    expect(rulesOf({ bucket: "b" }, of("aws_kms_key"))).toEqual([
      "bucket-versioned: s aws_s3_bucket.b",
      "waiver-unused: s stack bucket-versioned",
    ]);
    expect(rulesOf({ bucket: "b" }, of())).toContain("waiver-malformed: s stack");
  });
});
