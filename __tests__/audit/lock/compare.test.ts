import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { TerraformStack, Testing } from "cdktf";
import { statefulAddresses } from "../../../audit/lock/addresses";
import { compareLock } from "../../../audit/lock/compare";
import { lockText, lostText } from "../../../audit/lock/text";
import { outputOf } from "../../../audit/output/read";
import { type Block, block } from "../../support/json";

const keys = (...names: readonly string[]) => ({
  aws_kms_key: Object.fromEntries(names.map((name) => [name, {}])),
  aws_iam_role: { r: {} },
});
const output = (resource: Block, more: Block = {}) => outputOf({ s: { resource, ...more } });
const locked = statefulAddresses(output(keys("a", "b")));

const to = (address: string) => ({ moved: [{ from: "aws_kms_key.b", to: address }] });
const removed = (destroy: boolean) => ({ removed: [{ from: "aws_kms_key.b", lifecycle: { destroy } }] });

const bucketOf = (...teams: readonly string[]) =>
  outputOf({
    "prod-risk-analytics": {
      resource: { aws_s3_bucket: Object.fromEntries(teams.map((team) => [`${team}_workspace_results_1`, {}])) },
    },
  });

describe("the lock", () => {
  it("holds what is stateful, sorted", () => {
    expect(statefulAddresses(output(keys("b", "a")))).toEqual({ s: ["aws_kms_key.a", "aws_kms_key.b"] });
  });

  it("is the same for the same output", () => {
    expect(compareLock(locked, output(keys("a", "b")))).toEqual({ lost: [], added: [], moved: [] });
  });

  it("finds a renamed resource, and prints the block for it", () => {
    const difference = compareLock(locked, output(keys("a", "c")));
    expect(difference.lost).toEqual([{ stack: "s", address: "aws_kms_key.b", candidates: ["aws_kms_key.c"] }]);
    expect(lockText(difference).join("\n")).toContain('{"moved":[{"from":"aws_kms_key.b","to":"aws_kms_key.c"}]}');
  });

  it("says what to write in the landscape where a team's bucket goes", () => {
    const before = statefulAddresses(bucketOf("old-team"));
    const remedy = (...teams: readonly string[]) =>
      compareLock(before, bucketOf(...teams)).lost.flatMap((lost) => lostText(lost).slice(1));
    expect(remedy("new-team")).toEqual([
      '  If the team is `new-team` now, write `formerly: "old-team"` beside that name (docs/change-the-landscape.md).',
    ]);
    expect(remedy()).toEqual([
      '  It is of the team `old-team`. Bring the team back; or, if it has another name, write `formerly: "old-team"` beside that.',
    ]);
    expect(remedy("old-team")).toEqual([]);
  });

  it("is content with a moved block that leads to something, and says that it must be written anew", () => {
    expect(compareLock(locked, output(keys("a", "c"), to("aws_kms_key.c")))).toEqual({
      lost: [],
      added: ["s aws_kms_key.c"],
      moved: ["s aws_kms_key.b"],
    });
    expect(compareLock(locked, output(keys("a", "c"), to("aws_kms_key.d"))).lost).toHaveLength(1);
  });

  it("is content with a removed block that destroys nothing", () => {
    expect(compareLock(locked, output(keys("a"), removed(false))).lost).toEqual([]);
    expect(compareLock(locked, output(keys("a"), removed(true))).lost).toHaveLength(1);
  });

  it("misses every address of a stack that is gone", () => {
    expect(compareLock({ t: ["aws_s3_bucket.x"], ...locked }, output(keys("a", "b"))).lost).toEqual([
      { stack: "t", address: "aws_s3_bucket.x", candidates: [] },
    ]);
  });

  it("knows the block that CDKTF writes for moveFromId", () => {
    const stack = new TerraformStack(Testing.app(), "s");
    new KmsKey(stack, "c", {}).moveFromId("aws_kms_key.b");
    new KmsKey(stack, "a", {});
    const json = block(stack.toTerraform());
    const { lost, moved } = compareLock(locked, outputOf({ s: json }));
    expect(lost).toEqual([]);
    expect(moved).toEqual(["s aws_kms_key.b"]);
  });
});
