import { DOCUMENT_LIMITS } from "../../../synth/document-limits";
import { LONGEST_REFERENCE } from "../../../synth/guards/document-guard";
import { findings, findingsOn, stackOf } from "../../support/guarded";
import { type Block, block } from "../../support/json";

/** A resource with one text at the end of a way. */
const withText = (attribute: string, text: string): Block =>
  block(
    attribute
      .split(".")
      .reduceRight<unknown>((inner, key) => ({ [key]: typeof inner === "string" ? inner : [inner] }), text),
  );

const withExpression = (rest: number) =>
  findingsOn("aws_iam_policy", {
    policy: `\${aws_kms_key.a.arn}${"x".repeat(rest)}`,
  }).filter(({ cause }) => cause.includes("AWS takes"));

const two = (length: number) =>
  findings(
    stackOf("one", {
      aws_iam_role_policy: {
        a: { role: "people", policy: "x".repeat(5120) },
        b: { role: "people", policy: "x".repeat(length) },
        c: { role: "others", policy: "x".repeat(10_240) },
      },
    }),
  ).filter(({ cause }) => cause.includes("inline"));

describe("documents", () => {
  it.each(DOCUMENT_LIMITS.map((limit) => [limit.type, limit.attribute, limit] as const))(
    "%s: %s are as long as AWS takes them and no longer",
    (type, attribute, { maximum, unit, source, remedy }) => {
      const isQuery = type === "aws_athena_named_query" && attribute === "query";
      const longest = isQuery ? 249_998 : maximum;
      expect(findingsOn(type, withText(attribute, "x".repeat(longest)))).toEqual([]);
      expect(findingsOn(type, withText(attribute, "x".repeat(maximum + 1)))).toContainEqual({
        stack: "one",
        place: `${type}.x`,
        cause: `${attribute} has ${maximum + 1} ${unit}; AWS takes ${maximum} (${source})`,
        remedy,
      });
      expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.+\.html$/);
    },
  );

  it("of IAM are counted without white space, and others in bytes", () => {
    expect(findingsOn("aws_iam_policy", { policy: `${"x".repeat(6144)}${" ".repeat(99)}` })).toEqual([]);
    expect(findingsOn("aws_s3_bucket_policy", { policy: "ü".repeat(10_240) })).toEqual([]);
    expect(findingsOn("aws_s3_bucket_policy", { policy: "ü".repeat(10_241) })).toHaveLength(1);
  });

  it("count an expression as the longest value that it may stand for", () => {
    expect(withExpression(6144 - LONGEST_REFERENCE)).toEqual([]);
    expect(withExpression(6145 - LONGEST_REFERENCE)).toHaveLength(1);
  });
});

describe("inline policies of a role", () => {
  it("count together", () => {
    expect(two(5120)).toEqual([]);
    expect(two(5121)).toEqual([
      {
        stack: "one",
        place: "aws_iam_role_policy.a",
        cause:
          "the role's inline policies together: has 10241 characters besides white space; AWS takes 10240 (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html)",
        remedy: "share fewer domains with the team, or give some of them to a second team",
      },
    ]);
  });
});
