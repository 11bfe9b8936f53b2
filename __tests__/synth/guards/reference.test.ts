import { findings, stackOf } from "../../support/guarded";
import type { Block } from "../../support/json";

const finding = (place: string) => ({
  stack: "one",
  place,
  cause: "the stack refers to a resource that is not in it",
  remedy: "compute the name or ARN in model/names.ts on both sides, or look it up with a data source",
});

const found = (value: unknown, resource: Block = {}, more: Block = {}) => {
  const { id, json } = stackOf("one", { ...resource, aws_kms_alias: { a: { target_key_id: value } } });
  return findings({ id, json: { ...json, ...more } });
};

describe("the guard of references", () => {
  it.each([
    ["${aws_kms_key.other.key_id}", "aws_kms_key.other"],
    ["${data.aws_kms_key.other.key_id}", "data.aws_kms_key.other"],
    ["${ephemeral.random_password.p-1.result}", "ephemeral.random_password.p-1"],
    ["before ${aws_kms_key.other.arn} after", "aws_kms_key.other"],
    ['{"Resource":"${aws_kms_key.other.arn}"}', "aws_kms_key.other"],
    ['${jsonencode({"x" = {"y" = 1}, "z" = aws_kms_key.other.arn})}', "aws_kms_key.other"],
    ['${join("}", [aws_kms_key.other.arn])}', "aws_kms_key.other"],
  ])("finds %s", (value, place) => {
    expect(found(value)).toEqual([finding(place)]);
  });

  it("finds each missing resource once, in lists and blocks too", () => {
    expect(found([{ key: "${aws_kms_key.b.arn}" }, "${aws_kms_key.a.arn}", "${aws_kms_key.b.id}"])).toEqual([
      finding("aws_kms_key.b"),
      finding("aws_kms_key.a"),
    ]);
  });

  it("passes what is in the stack: resources, lookups and ephemeral values", () => {
    expect(found("${aws_kms_key.own.arn}", { aws_kms_key: { own: {} } })).toEqual([]);
    expect(found("${data.aws_kms_key.own.arn}", {}, { data: { aws_kms_key: { own: {} } } })).toEqual([]);
    const ephemeral = { random_password: { own: {} } };
    expect(found('${jsonencode({"a" = ephemeral.random_password.own.result})}', {}, { ephemeral })).toEqual([]);
  });

  it("does not take a lookup for the resource of the same name", () => {
    expect(found("${aws_kms_key.own.arn}", {}, { data: { aws_kms_key: { own: {} } } })).toEqual([
      finding("aws_kms_key.own"),
    ]);
  });

  it.each(["aws_kms_key.other.arn as text", "$${aws_kms_key.other.arn}", "alias/aws_x.y", '${"arn"}', "${var.x.y}"])(
    "passes %s",
    (value) => {
      expect(found(value)).toEqual([]);
    },
  );
});
