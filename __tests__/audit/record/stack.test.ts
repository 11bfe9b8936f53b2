import { outputOf } from "../../../audit/output/read";
import { resolverOf } from "../../../audit/output/resolve";
import { sectionLines, sectionsIn } from "../../../audit/record/sections";
import { stackSections } from "../../../audit/record/stack";
import type { Block } from "../../support/json";

/** The lines of a stack with these resources. */
function lines(resource: Block, more: Block = {}, wording = (text: string): string => text): readonly string[] {
  const output = outputOf({ s: { resource, ...more } });
  return output.stacks.flatMap((stack) => sectionLines(stackSections(stack, resolverOf(output), wording)));
}

const policy = (...statements: readonly Block[]): string => JSON.stringify({ Statement: statements });

/** A policy that names something after an environment. */
const body = (name: string) => ({
  aws_iam_policy: { p: { policy: policy({ Effect: "Allow", Action: "a:b", Resource: ["dms", `${name}-x`] }) } },
});

const withoutName = (name: string) => (text: string) => text.replace(new RegExp(`^${name}-`), "{ENVIRONMENT}-");

describe("the record of a stack", () => {
  it("has every resource by its address, and no data source", () => {
    expect(
      lines({ aws_sqs_queue: { b: {}, a: {} }, aws_iam_role: { r: {} } }, { data: { aws_kms_key: { k: {} } } }),
    ).toEqual(["aws_iam_role.r", "aws_sqs_queue.a", "aws_sqs_queue.b"]);
  });

  it("says what cannot be changed in place, and leaves out what can", () => {
    expect(lines({ aws_s3_bucket: { b: { bucket: "raw", tags: { x: "y" }, object_lock_enabled: true } } })).toEqual([
      "aws_s3_bucket.b",
      "  bucket = raw",
      "  object_lock_enabled = true",
    ]);
  });

  it("has each statement of a policy as a line, with references followed and lists in order", () => {
    const statement = {
      Effect: "Allow",
      Action: ["s3:PutObject", "s3:GetObject"],
      Resource: "${aws_s3_bucket.b.arn}/*",
      Condition: { StringEquals: { "aws:PrincipalOrgID": ["o-2", "o-1"] } },
    };
    const deny = {
      Effect: "Deny",
      NotAction: "kms:Decrypt",
      NotResource: "r",
      NotPrincipal: { AWS: "arn:aws:iam::1:root" },
    };
    expect(
      lines({
        aws_s3_bucket: { b: { bucket: "raw" } },
        aws_iam_policy: { p: { policy: policy(statement, deny) } },
      }).slice(0, 3),
    ).toEqual([
      "aws_iam_policy.p",
      "  allow s3:GetObject, s3:PutObject on arn:aws:s3:::raw/* when aws:PrincipalOrgID StringEquals o-1 | o-2",
      "  deny all but kms:Decrypt on all but r to all but arn:aws:iam::1:root",
    ]);
  });

  it("says why when a policy cannot be read", () => {
    expect(lines({ aws_iam_policy: { p: { policy: "${var.policy}" } } })[1]).toMatch(
      /^ {2}not known from the JSON: .*var\.policy/,
    );
  });

  it("orders lists by what is written, so that other names give the same lines", () => {
    expect(lines(body("aa"), {}, withoutName("aa"))).toEqual(lines(body("zz"), {}, withoutName("zz")));
  });

  it("comes back from its lines", () => {
    const sections = [
      { heading: "a", lines: ["1", "2"] },
      { heading: "b", lines: [] },
    ];
    expect(sectionsIn([...sectionLines(sections), ""])).toEqual(sections);
  });
});
