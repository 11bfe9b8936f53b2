import { outputOf } from "../../../audit/output/read";
import { resolverOf } from "../../../audit/output/resolve";
import { reasonsIn } from "../../../audit/output/tokens";
import { resolved } from "../support/resolved";

const provider = { aws: [{ allowed_account_ids: ["111122223333"], region: "eu-central-1" }] };
const document = {
  provider,
  locals: { prefix: "bank", itself: "${local.itself}" },
  resource: {
    aws_iam_role: {
      reader: { name: "${local.prefix}-reader", path: "/teams/" },
      generated: { name_prefix: "reader-" },
    },
    aws_kms_key: { raw: {} },
    aws_kms_alias: { raw: { name: "alias/raw", target_key_id: "${aws_kms_key.raw.key_id}" } },
    aws_s3_bucket: { raw: { bucket: "raw" } },
  },
  data: {
    aws_caller_identity: { me: {} },
    aws_kms_key: { raw: { key_id: "alias/raw" }, other: { key_id: "alias/other" } },
  },
};
const reader = { ...document, provider: { aws: { assume_role: { role_arn: "arn:aws:iam::444455556666:role/x" } } } };
const output = outputOf({
  lake: document,
  reader: { ...reader, data: { aws_kms_key: { raw: { key_id: "arn:aws:kms:eu-central-1:111122223333:alias/raw" } } } },
});

const text = (value: unknown, stack = "lake"): string => resolved(output, stack, value);
const KEY = "arn:aws:kms:eu-central-1:111122223333:key/⟨lake aws_kms_key.raw.key_id⟩";

describe("a reference", () => {
  it.each([
    ["no reference", "no reference"],
    ["$${literal}", "${literal}"],
    ["${aws_iam_role.reader.arn}", "arn:aws:iam::111122223333:role/teams/bank-reader"],
    ["${aws_iam_role.generated.name}", "⟨lake aws_iam_role.generated.name⟩"],
    ["${aws_s3_bucket.raw.arn}/*", "arn:aws:s3:::raw/*"],
    ["${data.aws_caller_identity.me.account_id}", "111122223333"],
    ["${aws_kms_key.raw.arn}", KEY],
    ["${data.aws_kms_key.raw.arn}", KEY],
    ["${aws_kms_alias.raw.target_key_arn}", KEY],
  ])("%s is %s", (value, expected) => {
    expect(text(value)).toBe(expected);
  });

  it("finds a key of another account by its alias", () => {
    expect(text("${data.aws_kms_key.raw.arn}", "reader")).toBe(KEY);
  });

  it.each([
    ["${var.bucket}", "var.bucket of lake"],
    ['${jsonencode({"a" = "}"})}-${"x"}', 'jsonencode({"a" = "}"}) of lake'],
    ["${data.aws_kms_key.other.arn}", "alias/other of account 111122223333"],
    ["${aws_s3_bucket.missing.arn}", "aws_s3_bucket.missing.arn of lake"],
    ["${local.itself}", "local.itself of lake refers to itself"],
  ])("%s is open, with the reason", (value, reason) => {
    expect(reasonsIn(text(value))).toContain(reason);
  });

  it("leads to the resource behind it", () => {
    const [from] = output.byType.get("aws_kms_alias") ?? [];
    const target = from && resolverOf(output).target(from, "${aws_kms_key.raw.key_id}");
    expect([target?.resource.address, target?.attribute]).toEqual(["aws_kms_key.raw", "key_id"]);
  });
});

test("the account of a provider that names none is open", () => {
  const { stacks } = outputOf({ plain: { resource: { aws_s3_bucket: { raw: {} } } } });
  expect(reasonsIn(stacks[0]?.account ?? "")).toEqual(["account of aws of plain"]);
});
