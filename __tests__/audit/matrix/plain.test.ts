import { accessMatrix } from "../../../audit/matrix";
import { outputOf } from "../../../audit/output/read";
import { PLAIN } from "../support/plain";

const matrix = accessMatrix(outputOf(PLAIN));
const READER = "arn:aws:iam::111111111111:role/reader";

const readings = ({ buckets }: typeof matrix) =>
  buckets
    .filter(({ principal }) => principal === READER)
    .map(({ access, objects, decision, causes }) => [access, objects, decision, causes.length] as const);

const ofReader = readings(matrix).map(([access, objects, decision]) => [access, objects, decision]);

describe("somebody else's Terraform JSON", () => {
  it("has its policy documents evaluated: sources, statements that replace them, attachments", () => {
    expect(ofReader).toEqual([
      ["read", ["public/*"], "allowed"],
      ["list", ["*"], "allowed"],
    ]);
  });

  it("has the policies of a list that is all a role has, which attaches what is missing, once each", () => {
    const { aws_iam_role_policy_attachment: attachment, ...others } = PLAIN.lake.resource;
    const list = (resource: object) =>
      readings(
        accessMatrix(
          outputOf({
            lake: {
              ...PLAIN.lake,
              resource: {
                ...resource,
                aws_iam_role_policy_attachments_exclusive: {
                  reader: {
                    role_name: "${aws_iam_role.reader.name}",
                    policy_arns: ["${aws_iam_policy.reader.arn}"],
                  },
                },
              },
            },
          }),
        ),
      );
    expect(list(others)).toEqual(readings(matrix));
    expect(list({ ...others, aws_iam_role_policy_attachment: attachment })).toEqual(readings(matrix));
  });

  it("has the other account's role let in by the bucket, undecided because its own policies are not here", () => {
    const found = matrix.buckets.filter(({ principal }) => principal === "arn:aws:iam::222222222222:role/etl");
    expect(found).toMatchObject([
      { access: "read", decision: "undecided", reasons: [expect.stringContaining("no stack makes")] },
    ]);
  });

  it("leaves open what an unknown policy gives, bucket by bucket", () => {
    const guest = matrix.buckets.filter(({ principal }) => principal.endsWith("role/guest"));
    expect(new Set(guest.map(({ decision }) => decision))).toEqual(new Set(["undecided"]));
    expect(guest.map(({ access }) => access)).toContain("read");
    expect(guest[0]?.reasons[0]).toContain("var.policy of lake");
    expect(matrix.principals.find(({ name }) => name === "guest")?.assumedBy).toMatchObject([
      { principal: "?", conditions: ["var.trust of lake"] },
    ]);
  });

  it("has grants on its own tables decided, and on other catalogs' undecided", () => {
    const selects = matrix.cells.filter(({ permission }) => permission === "SELECT");
    expect(selects.map(({ table, columns, decision }) => [table, columns, decision])).toEqual([
      ["orders", ["id"], "allowed"],
      ["prices", ["*"], "undecided"],
    ]);
  });

  it("leaves open what IAM alone gives where nobody sets Lake Formation's defaults", () => {
    const everybody = matrix.cells.filter(({ principal }) => principal === "IAM_ALLOWED_PRINCIPALS");
    expect(everybody.map(({ table, decision }) => [table, decision])).toEqual([
      [undefined, "undecided"],
      ["orders", "undecided"],
    ]);
  });

  it("names what it does not evaluate", () => {
    expect(matrix.notEvaluated.map(({ type, causes }) => [type, causes.map(({ address }) => address)])).toEqual([
      ["aws_s3_bucket_acl", ["aws_s3_bucket_acl.data"]],
      ["google_storage_bucket", ["google_storage_bucket.other"]],
      ["module", ["module.network"]],
    ]);
  });
});
